"""Money in words for people; programs get minor units beside their currency."""


def money(cents: int) -> str:
    """1299 is $12.99."""
    sign, whole = ("-" if cents < 0 else ""), abs(cents)
    return f"{sign}${whole // 100:,}.{whole % 100:02d}"

"""The plan of a round: drawn from its seed alone."""

from cli.proof.fault_kinds import FAULTS
from cli.proof.fault_plan import LONGEST_SECONDS, plan
from cli.proof.load_shoppers import longest_pause
from cli.proof.outside_servers import Outside, gate_before


def test_the_same_seed_gives_the_same_plan_and_another_one_another() -> None:
    first, again, other = (plan(seed, seconds=45, faults=list(FAULTS)) for seed in ("7:1", "7:1", "7:2"))
    assert first == again
    assert first != other


def test_every_fault_happens_and_is_over_before_the_round_ends() -> None:
    for seed in range(50):
        planned = plan(f"{seed}:1", seconds=45, faults=list(FAULTS))
        assert {each.name for each in planned} == set(FAULTS)
        assert max(each.at_seconds + each.lasts_seconds for each in planned) <= 45.01


def test_every_fault_says_how_long_it_lasts_at_most() -> None:
    assert set(LONGEST_SECONDS) == set(FAULTS)


def test_the_longest_pause_counts_the_begin_and_the_end() -> None:
    assert longest_pause([3.0, 4.0], 0.0, 5.0) == 3.0
    assert longest_pause([1.0, 2.0], 0.0, 9.0) == 7.0
    assert longest_pause([], 2.0, 9.0) == 7.0
    assert longest_pause([1.0, 50.0], 0.0, 2.0) == 1.0


def test_a_gate_stands_before_one_host_without_tls_and_before_no_other() -> None:
    outside = Outside()
    try:
        for url in ("rediss://host/0", "sqlite:///shop.db", "postgresql:///db?host=/run", "postgresql://a,b/db"):
            assert gate_before(outside, url) is None
        found = gate_before(outside, "postgresql://who:secret@db.test/shop?sslmode=disable")
        assert found is not None
        gate, through = found
        assert through == f"postgresql://who:secret@127.0.0.1:{gate.port}/shop?sslmode=disable"
    finally:
        outside.close()

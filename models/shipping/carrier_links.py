"""Where a parcel is followed: the carriers' own pages, by the carrier's name and the tracking number."""

from urllib.parse import quote

from models.shared.letters import fold

PAGES = {
    "ups": "https://www.ups.com/track?tracknum={}",
    "fedex": "https://www.fedex.com/fedextrack/?trknbr={}",
    "usps": "https://tools.usps.com/go/TrackConfirmAction?tLabels={}",
    "dhl": "https://www.dhl.com/global-en/home/tracking.html?tracking-id={}",
    "dpd": "https://www.dpdgroup.com/be/mydpd/my-parcels/search?parcelNumber={}",
    "gls": "https://gls-group.com/EU/en/parcel-tracking?match={}",
    "evri": "https://www.evri.com/track/parcel/{}/details",
    "royal mail": "https://www.royalmail.com/track-your-item#/tracking-results/{}",
    "canada post": "https://www.canadapost-postescanada.ca/track-reperage/en#/search?searchFor={}",
    "australia post": "https://auspost.com.au/mypost/track/details/{}",
    "swiss post": "https://service.post.ch/ekp-web/ui/entry/search/{}",
    "la poste": "https://www.laposte.fr/outils/suivre-vos-envois?code={}",
    "colissimo": "https://www.laposte.fr/outils/suivre-vos-envois?code={}",
}


def tracking_url(carrier: str, tracking: str) -> str | None:
    """The page that follows this parcel; None for a carrier that is not known here, or without a number."""
    named = f" {' '.join(fold(carrier).split())} "
    number = "".join(tracking.split())
    page = next((page for name, page in PAGES.items() if f" {name} " in named), None)
    return page.format(quote(number, safe="")) if page and number else None

from tortoise import BaseDBAsyncClient

from models.catalog.search.search_index import SORT, sort_rows
from models.orders.order_search import REMEMBER_TERM, terms_of_order

RUN_IN_TRANSACTION = True
SUITS = 10  # what it adds has defaults
TOUCHES = ("product", "orders", "refund", "payment")

COLUMNS = {
    "sqlite": """
ALTER TABLE "product" ADD "sort_name" VARCHAR(300) NOT NULL DEFAULT '';
ALTER TABLE "product" ADD "sort_sku" VARCHAR(200) NOT NULL DEFAULT '';
CREATE TABLE "order_term" (
    "term" VARCHAR(64) NOT NULL,
    "order_id" INT NOT NULL,
    PRIMARY KEY ("term", "order_id")
) WITHOUT ROWID;
CREATE TABLE "account_note" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "user_id" INT NOT NULL,
    "author" VARCHAR(254) NOT NULL,
    "text" TEXT NOT NULL,
    "created_at" BIGINT NOT NULL
);""",
    "postgres": """
ALTER TABLE "product" ADD "sort_name" VARCHAR(300) COLLATE "C" NOT NULL DEFAULT '';
ALTER TABLE "product" ADD "sort_sku" VARCHAR(200) COLLATE "C" NOT NULL DEFAULT '';
CREATE TABLE "order_term" (
    "term" VARCHAR(64) COLLATE "C" NOT NULL,
    "order_id" INT NOT NULL,
    PRIMARY KEY ("term", "order_id")
);
CREATE TABLE "account_note" (
    "id" SERIAL NOT NULL PRIMARY KEY,
    "user_id" INT NOT NULL,
    "author" VARCHAR(254) NOT NULL,
    "text" TEXT NOT NULL,
    "created_at" BIGINT NOT NULL
);""",
}
INDEXES = """
DROP INDEX IF EXISTS "product_by_name";
CREATE INDEX "product_by_name" ON "product" ("status", "sort_name", "id");
CREATE INDEX "product_by_sku" ON "product" ("sort_sku", "id");
CREATE INDEX "account_note_user" ON "account_note" ("user_id", "id");
CREATE INDEX "refund_by_time" ON "refund" ("updated_at");
CREATE INDEX "payment_refunds" ON "payment" ("updated_at") WHERE "purpose" = 'refund';
CREATE INDEX "payment_by_state" ON "payment" ("state", "order_id") WHERE "purpose" = 'charge';"""
DOWNGRADE = """
DROP INDEX "payment_by_state";
DROP INDEX "payment_refunds";
DROP INDEX "refund_by_time";
DROP INDEX "product_by_sku";
DROP INDEX "product_by_name";
DROP TABLE "account_note";
DROP TABLE "order_term";
ALTER TABLE "product" DROP COLUMN "sort_sku";
ALTER TABLE "product" DROP COLUMN "sort_name";
CREATE INDEX "product_by_name" ON "product" ("status", lower("name"), "id");"""
ORDERS = """
SELECT o.id, o.shipping_address, coalesce(s.tracking, '') AS tracking,
    (SELECT {joined} FROM order_line l WHERE l.order_id = o.id) AS skus
FROM orders o LEFT JOIN shipment s ON s.order_id = o.id WHERE o.id > {last} ORDER BY o.id LIMIT 1000
"""
JOINED = {"sqlite": "group_concat(l.sku, ' ')", "postgres": "string_agg(l.sku, ' ')"}


async def upgrade(db: BaseDBAsyncClient) -> str:
    """The columns and the table, filled for all products and orders there are, a thousand at a time."""
    dialect = db.capabilities.dialect
    await db.execute_script(COLUMNS[dialect])
    last = 0
    while products := await db.execute_query_dict(
        f"SELECT id, sku, name FROM product WHERE id > {last} ORDER BY id LIMIT 1000"
    ):
        last = products[-1]["id"]
        await _write(db, SORT, sort_rows((each["id"], each["sku"], each["name"], "") for each in products))
    last = 0
    while orders := await db.execute_query_dict(ORDERS.format(joined=JOINED[dialect], last=last)):
        last = orders[-1]["id"]
        rows = [
            (term, each["id"])
            for each in orders
            for term in terms_of_order(each["shipping_address"], (each["skus"] or "").split(), each["tracking"])
        ]
        await _write(db, REMEMBER_TERM, rows)
    return INDEXES


async def _write(db: BaseDBAsyncClient, sql: str, rows: list[tuple]) -> None:
    if db.capabilities.dialect == "postgres":
        for place in range(sql.count("?")):
            sql = sql.replace("?", f"${place + 1}", 1)
    if rows:
        await db.execute_many(sql, rows)


async def downgrade(db: BaseDBAsyncClient) -> str:
    return DOWNGRADE


MODELS_STATE = (
    "eJztXW2Tmzi2/isuf9pb5ZtKv7jTe2vrVqUzPbs9m6Rnk8zd3UqlKAxymzEGBonudOXmv6"
    "/ABgRIgAjCIJ9PMzHncduP5KPzrm9zywzJU+g8bMiL17YdIozn/zP7NvfMHaL/w3u8mM3N"
    "ICg+jF8k5spNMCYjuMIkNC1CX16bLkb0JRthK3QC4vgefdWLXDd+0beooOM95C9FnvNHhA"
    "ziPyCyQSF98PkLfdnxbPQV4fSfwdZYO8i1Cx/aseO/nbxukOcgee3OIz8ngvFfWxmW70Y7"
    "LxcOnsnG9zJpx0u+0gPyUGgSFL89CaP448ef7vBF02+0/6S5yP4jMhgbrc3IJczXXRn5a3"
    "PDeH//yfh4+8kw5hIEWb4Xk0s/6n7JHuKP8N/nZ5evLq8vri6vqUjyMbNXXn3f/+mcmD0w"
    "oef9p/n35LlJzL1EwnFOahCtXMcyeNy+2Zghn9wCqMQx/fBljlNGf4zk+V/WkWfF/M12vo"
    "1c/ALTD4jsF9mnwS889GRk//zfuao12ZlfDRd5D2QTL8RVzQL83+sPb/72+sOfzq/+K/6D"
    "Pv3V7H9N7w9PzpNH8RrlaxJhFHJXRLjbGUTzlm+zHOkLU970OaHJfyX2dyrfz9aucpkrzS"
    "HILO7Wly/bbNeXL8X7NX5W5Nd1PHQmQ3AGAIbbM3wuy/D5sAzPB9K3Kvi1HPIsQ28qr+H+"
    "PTtvwy+VEvKbPCvyG6KH+ENJMJwjtNvBShgOfExMlxJoSx11JZiG+7kV2TVcV6m2/MgjoZ"
    "y+yCE6UtyGYTHBla1M+ZHbxClAO1Vx2WbzXoo372Vl8x4+sIE3ThDEH6TC843vu8j0+FTz"
    "4CXWVxSvivbsFQXM1zB9c3//Nn7nHcZ/uMkLd59KlP/27uaWKu1kJaiQQ/YeW8UXSQlcOa"
    "7bnX4GDexLsG+FKObEMAmHeOdB6GAXcap87GFV+N7J/vP5+cXFq/OXF1fXy8tXr5bXLzNv"
    "u/qozu2+uftrzHdhXaoLEAV2pwUo4mABpBYgDqmut0z8L35hZVrbJzO0jcoT/9wXyVYf7c"
    "535VdMz3xI6Iy/d/yB2XBzZDvkNrGFRAHpXGLRGJOOZQ2UCauMS3+e+6vfkUX2uy6maf9P"
    "x55/gZj1kDFrWd2hVmccgdmBdTb9RfmSAWkW0on4A6sj09W9RaQTfmRcnAygo/u4vGzjQC"
    "4vxS5k/KzCsGTEKUdoyPFVG0fySuxIXlUcydJp2JblEkxDqvv32XNLQ57oPpO0o6L5qo3S"
    "uBLrjKuKylihtR9yNvMn9FVwzOUIDSJPNXR+uv3Xp4IHntL4p3ev/5UwvHs+PHl7//6vqT"
    "hD+5u39zdlDb0miHMGitnOAEC2NNkhMjHvOBSznSOA7g500y+NZVV2EaUB7ao1NlOT1trK"
    "yyFAMJfgEUWLbnem4751vO1cECzKBRZNsSIUixpuKgsljIOZbYrDQcTfIs/YmHgjoweKqK"
    "GKGCdsHUNVYs8xoCAKAx/LJbpziIYe3VmrspiaqpiK45zofBmCM4CG9CoJs0FC9cjBefQ1"
    "cKhBK70ARZxG+vm08qlv/QfH+5kqrShEwh6folCjpezG4saalT+KtbxFUjV2B3HtTLnrNs"
    "fitfhYvD4ci2ILml3qlrYdC9FJe/dm3WHHszi2XZ1KziA6ETrwcbhyfWtL7YrIIzzLr47+"
    "ChSWQdMyL7BKFFslv5oYP/mh/QFhRERWSVGo0SoJDuJGmMlDDG9apyPE8CCGNwpt3JuVB+"
    "EPCH+Ma2uflqHxgS7PTUTNdqGVwUg0mhjxYhurXBiiHlpHPeinkNYbDAiUxlSVBlpT1b/5"
    "FFuPQrXByjQrjr20QTJxcE2mZdKBa3Jk12Rt7hxX6uTLEaqStcfjF4ZKjVRPgOsHrt9Yt/"
    "bQ/Ht2B/Jz0HBb/6VWvFO93CGxgn9M5YyzH3Ng5kP06G87kF/EAf8T9Rs/Ioz3PHFdxvTx"
    "oslbxIwg+InTsv/AT4QU1iiMvd78mIQeqvQ8zqEm3rdFlHadVGqGjILHeFz7DSOqa2XZZ0"
    "BAPTjrE+J/RKbzbzixULl2c/Ks0WiODxy4fGKKpgZcPjGlPMGxW+ZG5LwoaZjbt6E/otCh"
    "bypvC3LhEFHqapaM/2aQKTs8Wcm2bFSkAtSxHVcF46HvSu3nVH7A/WxFmPi7vck3xZ7yHf"
    "38hrUxvQdkpPuUo8PrpniL3gJGeUuM8naoU0gtskdek10d+QXcgIyndsxkCd+HqqnpkSYv"
    "WnpDFdxwYZQztcYK1JLoYgeOu19R0wUYUXzqDV2fB188lD57vmiKU1msJISqBt61EKo6oV"
    "AVdiPO/Tni5UjltQtU9dUrM6W4yITJZT9WhWPxQN4STIMQVA2xSqbyBj52+KwLz0cWok3B"
    "KvgtYDb3M+cj9O3IEk/4ODxuNJoDRlDtHU6peX4wyjAxSbQfYhU6FjIsFC8nRX1mHjG7FW"
    "56Aqv71K3ubSRldO/FNTQM+69tPa5DMypylWTHwKtRyy84NkdybGxETMflzO+sIz2DAOHy"
    "niRjLVZIr/N8SkBwfTqnbEqWfEvLu4TSif/+Rtdmnk9rQyR3o4bTJXkWf4plJIFjkYh321"
    "yNY5NDNFDZA9gj8rUKUKVQpxf8kBiyNnQBpN22vWi1bS9qtu1FddsmlMm62QxGO5ahG09H"
    "Aw5qbiB5EFnkbmcm374ug7CXWbRMIxhOJg4FOANvYXWpgHRtZcgtgjTqHu3vEjqTSHZmEG"
    "jIkLAyTFdqrMJBHCy4Vu1FUM7x48pgRAbBnfeIPFJThZsLNJoCTkH0KGbAaE4sre0CP56e"
    "5MlQzCBABVRH3GEUPiIZPlkIEFom1PWfDEx8a2uQTTwj3HdluBWgh6N5OSGardDHOP6jcv"
    "yyMNi/nDZLShInQtPQY3kAQUurXEurjQIXEZ7+bSKcRQLrEqxDlqhXhQFh3dMO635IzEGT"
    "1EzKZUUWzXerFIV79eU+UybtfDxo7nx9qVSOFz2zuOIBQTn4wL4es1ZtnT12eTXSKf0FgM"
    "cSpdCM1z8i0yMO4dxoI2SVhQCngsI0ueKTFKBhuqL/krRxz2jV1HKDkpQRLQD4Lqftu3yM"
    "Q61vkf0gnlbMiiwab/pIQrduLj2M80L/taXbptGJSf2c1h5M3W9AMydmEM0zyXKXSZuQx3"
    "AhxzlptzdKE1UjYZSn8hra5OftqlxqilwqLZWGfIK7gIGMVnm/2kaHJHcRBKRW9Oo0yjAm"
    "pFYnU4kxIU6p6e2HMmdVBtCvIlPF5QaeLxefS+W1Y3fZqt51WVPvuuTUEktGJSAaMe1oxB"
    "v6v3PhQNqwxVwtK5WCPphpHVkwEmtKI7GGv5O0HFLQYMuP4CbdcbGqeNgYlL31umkhdwe5"
    "u3H1iJ6esXxH0G5eYzAnz1sZzYaTivacsdu/eVO1IZjUYFLzSD4dk5r5nbTc7ewvS6NT9B"
    "QKPaenTKDOU2kLiecQo/OITR5aJ5qhKFH/BRiTYb1B1taPyE+huRaHowtCzSb2QdywM/mj"
    "RKhHYGVobVln67xFnANSbFyXcRqWCp21yhCe1WQIzzgZQg8/oVBqDjgDGTAL++27Ksekhl"
    "Qlk8DHHXaC41H18Xhno13gE+RZz39H4slFRanGA9LJ5VMd2HckClt+kBRfxO8PAahjHpPZ"
    "UrQ9HzOAjgdjqyLas5oq2rNqGa2k/aGv2XG+XLYq+1rWlH0ty+yu6d9HIXW5PalhhyWYhm"
    "z3n7WF/oXBrrsQEiq87WLSZltvfK58m6NsxR5IKq/F739o9wOic0cOj467aR7KDhZq3b/7"
    "+HCdC7y+/cNFk7OXHNBYhY8XuKZFf+SrRL8WgmrV1mCmJDGuSChegZu+gnam48LYI6hPOP"
    "X6hOOX/I7jtO2vPIFVVa03OQvSwn4s+Y9tQiFX4kjIVfXWI8jIDHqX1/7AlCA6A2jIsJKe"
    "Q9OyEMZGt6YBLriX3oFREa/gqvJJ3BE6YDa3VTJXYhibZXoWcg3qpmNek0aNpi4D9dvO/Y"
    "/ZgGaYXo05HK2IT0y3S/leFQvRqc7RKbxxgoB+rE4LUcHCQnReiM4/B/gt9FbIGoVhXFAh"
    "dZgyGA3Nlos2Do/Y3akYhanG2CFKlVS4igPVkO/+DZeMN9O2Q+rKyCTeeFgtSB86CbdyXL"
    "fjGnCgGgzDGXoBYO5QXlXcsqy4tq64omZC9Oigpw7eaAWoozeq4G7TA2/Yoc68nMFYRmqU"
    "bIDOp9NaAKitP/IC2Mhy7A4LUMSBBppyccttfJHyvK7CZS+xaFXmYqBMWOEsfIzo8/j8+6"
    "G+Bph2369egYu9Bo3Bp7+B9pyyEOCUF8V9luvTSeW1iKoUvZ7LNk7PpdjnuayGsiClrDal"
    "bCMiWYySI7SLlKiZ0AzzxZXW+vzur7hWQp2llmPAD+nqB64lDYn1D1kR46S8v0sIYIz76X"
    "nRbx0Pzeuc6ERg0c6HdlPZ49yFDd0fQ3Z/gG+soNkAZiGqoBVvIyn3bS+uoe/Wf7118l8J"
    "blN5DclVkm+FMZ79qwMY4zkiFy62GY3OVag8NCzGVD2SX83nXU1SL328aPJGAkZQpSsShY"
    "GPfzCZB34I+CEj4Zjt7N/vbAnDjoFoaNv1n/SgXtujcxjD0ZpjBqMhyf1XocvX+0OZvxTB"
    "SYOyVOY5BeiXWFLh/qW/eNmxCGXcUINWhlPIKqZxmjs/8kgXP6SM1MmqGLo1lJhyTRMZAD"
    "R2C40dojUK+WnTum4JBqSd5lajS/AWyfgkmfxwquPlRLwRqA9SXR8EHSXQUXJ6CzCiyOfH"
    "Q8vzu737KQiAlqQWTXFQTvP6ce4zgsCnikuMfFvKiEvltfMF+zeSIaudkXvdhtxrMbnXvJ"
    "jGzpEMLucQ7Qw6Jd6HFYcjQgdJzXwogDTgeehpD51LCqCaoLeC8BAhY021RZdl4IA1qhMf"
    "eCUCHztEbnQhC4EoSJlQBxvUbnceeWM3fN9Fpicwp1lcidYVBariNbUHh1XsN/f3bwuK/e"
    "aurLl/e3dzSw/URMtTIYcIdjAERSAocnoLMKKgSNJ/8t5Pfp/iBpX3h5lZbRpU0vlaEAXR"
    "Jgoy0vKv6VHMpK4iyolcu3CG0DACoqRjmFAvXMY3T+W14HdoxxwsudM2JD6gdeQJsyqHp4"
    "0mRJjLgfkwrbMN7jBTeDz2focZmHQqGouhjhTqSHW3OYqFjvIzoX9oGPS4kl8wVUoDLxFq"
    "oaEWWodqBPC/IZNycgswogBIXDha11mfPV+0KSlV01vfNgwyCu9Q65gIXfrQketMZiDaHY"
    "n9X3Yd/2q28QeQYJjFaEexGi8c3BPF7gnYdadtVtzGd8K/QxibybfnmhYFmUbzIrll3tgx"
    "4iptjM+5v5yOE4XMC2ReTjfzcvjhSS5KEaVdikDJYA9qyklxnMpraJoouLEjWv2OLLJnSY"
    "LkMk5DshXc9HsgTU5nFFEaEt3/qN1jBD6aW1mmZ5Kw8X/LCZxDNKt9/J8Babhx1SSy9j/3"
    "DhpCU5YvWhkVFzVGxUXVqICi0gGLSjdkx5lJIyY7lQeyO5ANiXA2WrpsEyxdimOly0qolB"
    "C0C3jFSuJKJQYCzZply2JnPq+QYUeB61jcnSvklYMEeitD401MDBSGvPi+WAMXURokUaCP"
    "4gTi/VDHMaIFwNTvk2afAcE8iYmmuv6JVhvf377eWz1zQbKrJLVoSnc97eUNkwGMprcIrp"
    "nvV4uIU2E2cp1HFD7LBfdKKGh7qaprL9qteIVMQk5zgE6HJFwROy1N0Xz3vNjWEF09P2VT"
    "o79J0hH97vQzGDsZTksonbZzf5rBw088TSv2xnMEeOLSnrgg9iGOh+oU9lCUSRmft/HTwc"
    "Kb17sbmdiirb9hs4jROByn4m0oK6lLl1euFKOI0q58q//yfeTZgU//mJy7VkKBu1Y1ImTr"
    "tTSu0+q/KG6c5UOTNnpXvs2ZpiE2eVN5LfYrlAAcswSg9/tIoQRARY5aOn5TQoHWFRArH2"
    "8owTTwg4fWwMeLnmm+o6GuAuoqTm8Bxhdvuz246PP6eFsmtmgbb0MsAuJt09LT0MI6pRbW"
    "KJS6KfYgrqGLeP6ybd9qbeNqNfr5yB9rKba8c4QWNA9tdqeXVrTd0qm8Bh7OAEMsMaJWtF"
    "xjWobQYjsPMIknCNGj40fYkCebA9VuXyvhfArh0nl+MdkUQ6bZ3ow8wrufvv7KxzJWo8DI"
    "0Jc+mo4b33KNHe4o19orH8tQWIUfWYUo5N04W8t+CoEEQnU6ASaddEsJqA2zA29o28ExGb"
    "YhP0meA9XOalEyFgki4RAJP70FGFEk/Bd/NRdEv+NHi6aI9+8HoV6D3J+z8Wc2sqMAJbfR"
    "fCmFvkvDHBezz5V5XszQqeR5+q7Swx+hNa5f/QMh9imF2GF2ocLiYvolI6m4TQbQkN7+px"
    "UGoeOHDuGUbdaEanKIToZNf111+aEssW+LKA0371kr5XBWox3OqupheqNNB3NH+1YVdYNN"
    "a8d91I02hYBia1c0MJ9d3+SQL840M5ABN/i376q2ONTYa1VjH0aedGAlx+hkewysSpj5On"
    "K9DVrFz3ucbvjV6NAvUobptKF7rAU38UYqi8YgYKtWfZM1CkP68SUILWCA0kqil39jqjjL"
    "K7gsFaic+0+e3D17GaCTvTU2t0J9FZSLTIy65NBLQPDiuntxIRKMSqitj2JhwH5X9uMkHN"
    "pzKaNmSjDtgkUKZoLE85Wko3JFlHY0K1Hpe86YKwJbtyGUgRrwPXSA6FCxJ7PHGYgGhJdD"
    "/K0i/DUBfiiAGtmJiYkZdlmAIg4sls5lxI7n4E2HBSgBYQWmW4F2GzcMzsVlaPvnixa1aA"
    "bKRNVeJBz/LQeKyY6/k2OMqJgsX6T2K5Bj4FDt7oZK+kXDe0QTzipOJLk1oRzMBCLcE2Lz"
    "yQ+3clHuHKGfx6giJALXMgx8nsWz5KinwZuDVptUYGHgoHRmH5I6R14BiHZDtPsEot1JGk"
    "yG9AwAZLcie0Rhp38kbTSCmNM/0h6b+oBT1opznBl/yX8l9HEqr92VD331AogjSQ42AjPC"
    "iBdM8n1qZ3iCeB6LK/G+okBVWiJ7ZVhFcXN//7agKG7uyprgt3c3t/RUTNaCCjlEYHLsaT"
    "NWUj1GBZAGOrm0zZeXbfb58lK80eNnXJ5lXcoCDAzrieZe/rkPvIjG32ZhmYapt7kcnIPH"
    "PAd79EjER+HGx1K1Zam8jrF9JcMTpUY3B/rlqnoLRCfmOSdk19Bbr8/k2iEGOPmeFYUh8i"
    "yZFvsSCnYvbxxc5Hnx32vPKoOA1gvezcrQ6qosKX3EMrrRUX20FJWBEZLvOC4jYRE6L0KI"
    "sbF6Jjyjo7bnm4Vpo7oH5v4RhdiRG9vJQLQLFvVzoeiIYhU/ocD1n3c1laKMxKIpZmEXZY"
    "8StxjDjh1R9KKvK3DFoQuomzmt8ObPh1Ykgb74Oe9UqlcWTEvTeG7zEisJTS9276v5Sqwf"
    "YNClwo5ZqAlXHDd2ucUrNclSV5/ilQEinU9+aEsFkzOAhjtYydVcxNlJDULK5HWy0Ppran"
    "DC+AJs6a7KHKUTrceIxnUKxAH1E/c5nAfqKrwzw+1c5HbkEotGzyORNXapcJP3Mf+b/0Qf"
    "hTPqYcz2YDzbmI9oFiLTfjEvrVsLcajLmEJ9YqI6ZFtdGRDom6nqm1/81Y1JrI1I22TPG3"
    "VN3Pm8ykRHE+c4lV55uLX8hK5UMZNvKbMgOUJDd1JJPQKUe6ij19r4GEnt3xyhXbhJSTCE"
    "fsuQU1In7kXLABrwO3Tjn4kNfy2ZG0whUK/RLUTy4CNKoWeYa8KbFlHHfQUKDShdV4GYWx"
    "TfHYzNNe8q7bretjIU2tsk2tvk7xg+xtXC084nUJPZl5pDkwE0ZFhJ8yDxicmZySHO2KTy"
    "OsWb+rsKxPTM0JG7C4SBaGOI9EZogEJj53gRzxMUd1QVQEBqmVTPl3OsU3kN3JIBziyYBw"
    "3ziE9wBUaYULkjaDdvSKokMovWiRXDSeV7za58nh/ePdmUhwG2X0o5l6JQFu2E6cVH1jzi"
    "vA27Xi1tFxai0xnQm/ECE6GPd80C5GMU3jSLcPx5JfjNEdoZ5hetDPOLGsP8omqYx3nnLt"
    "qjiAOrsLNdDjcRqb2JaMDmuJPd0ONyc/aFqHOxj3MQWLRxcNa5bGOR6r2HZvsQ28wPZxs/"
    "Cmf+eubTV+OOqvj/6Tu+mL1NNjuemSGaWX7k0f00c7zZKrK2iODFDPszsjFJ8gZ4Zpn0EZ"
    "qZtk3FoqBa6zrYX+W6aDgwk+TN/meTdI6VXTTww0bph6Ur19pyPchraLi2OXTEZ84xj5zR"
    "8XoUIwoaXFVeCesl4+Nk4jUsBDJNlXyoazo7KT4ZBNBZCcFEloWQLUVoAQOU8pxSKT5zAJ"
    "BZuTfKdIj0FTsMSBtGhx5aFnnStOcYYL0b6/HG5ZAuru/OAAPGsr59VxXNGrrCm25YKbZT"
    "eSB7ele7/JrcTfD32HcRxLYYiUVTcOtw00HqCh2nMfK4jtuIWqn7ctvE4Z5pVGZPucZtSl"
    "e7TLs++2iXu4yO61NM8bxDtmOKjsD9w8bTb5eJwdUuxzz3rtvo4WuxGr5uPPfonyeHcbhl"
    "TeGZ4bMg4JaDyu1f6TzriWmKuh99bOmytjJl9+bu/esP/+Yby6l84GPyECZvNL/596fb12"
    "VX0LHJRiKIlMnrpJp7CyNtUKrEWtKZA4BPXhQeOhJO2op4jUJHPF7o8LTRjjBzOZgsNC1V"
    "IDYZxjDA/tgqoeTELVs5ccsaJ25ZqZKgPywJhg/iGrJ71ioYcVYTjDjjXmDGN3t/+Xj/Xt"
    "botR2LzP5/5jp4isdbDbkxGfVh4nJEuGT3xm9w9DDx9/8ANpRDng=="
)

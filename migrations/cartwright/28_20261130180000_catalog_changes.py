from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True
SUITS = 18  # it only adds

# A row for each change of what catalogue pages show, so that a page can be kept until there is another. Stock is told by
# its ledger. On SQLite the last row is enough; on PostgreSQL rows are only added, because writers that updated one row
# would wait for each other.
SHOWN = {
    "category": ("INSERT", "UPDATE", "DELETE"),
    "product": ("INSERT", "UPDATE", "DELETE"),
    "product_image": ("INSERT", "UPDATE", "DELETE"),
    "inventory": ('UPDATE OF "low_stock_threshold"',),
}
EVENTS = [
    (table, event, f"catalog_change_{table}_{event.split()[0].lower()}") for table in SHOWN for event in SHOWN[table]
]
TABLE = """
        CREATE TABLE IF NOT EXISTS "catalog_change" (
    "id" %s
)%s;"""
NOTE = "A change of what catalogue pages show; kept pages are as good as the newest."
ON_SQLITE = """
        CREATE TRIGGER "{name}" AFTER {event} ON "{table}" BEGIN
            INSERT INTO "catalog_change" ("id") VALUES (NULL);
            DELETE FROM "catalog_change" WHERE "id" < last_insert_rowid();
        END;"""
ON_POSTGRES = """
        CREATE TRIGGER "{name}" AFTER {event} ON "{table}" FOR EACH STATEMENT EXECUTE FUNCTION note_catalog_change();"""
FUNCTION = """
        CREATE FUNCTION note_catalog_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN INSERT INTO "catalog_change" DEFAULT VALUES; RETURN NULL; END $$;"""


def _triggers(text: str) -> str:
    return "".join(text.format(table=table, event=event, name=name) for table, event, name in EVENTS)


UPGRADE = {
    "sqlite": TABLE % ("INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL", f" /* {NOTE} */") + _triggers(ON_SQLITE),
    "postgres": TABLE % ("BIGSERIAL NOT NULL PRIMARY KEY", "")
    + f"""
COMMENT ON TABLE "catalog_change" IS '{NOTE}';"""
    + FUNCTION
    + _triggers(ON_POSTGRES),
}
DOWNGRADE = {
    "sqlite": _triggers("""
        DROP TRIGGER "{name}";""")
    + """
        DROP TABLE IF EXISTS "catalog_change";""",
    "postgres": _triggers("""
        DROP TRIGGER "{name}" ON "{table}";""")
    + """
        DROP FUNCTION note_catalog_change();
        DROP TABLE IF EXISTS "catalog_change";""",
}


async def upgrade(db: BaseDBAsyncClient) -> str:
    return UPGRADE[db.capabilities.dialect]


async def downgrade(db: BaseDBAsyncClient) -> str:
    return DOWNGRADE[db.capabilities.dialect]


MODELS_STATE = (
    "eJztXWuT2zaW/SssfdnZKq3L/Uzv7tRUdTvOjDN+ZGxnZ1KuFAsioRbSFMEQYHd6s/nvC1"
    "LiG6AImqRI6H5KLN4jqQ+gi/vG7wsHhfwpJPcb/uLWdUPM2OK/rN8XPtpi8T+yx0trgYKg"
    "/DB+kaOVl2BQQXDFeIgcLl5eI49h8ZKLmROSgBPqi1f9yPPiF6kjBIl/n78U+eTXCNuc3m"
    "O+waF48OVn8TLxXfwbZuk/gwd7TbDnlr40cePPTl63+XOQvPbG598lgvGnrWyHetHWz4WD"
    "Z76hfiZN/ORPusc+DhHH8dvzMIq/fvzt9n9o+hftvmkusvuKBYyL1yjyeOHPXdn5awvbfv"
    "/hs/3p9WfbXmgQ5FA/Jld81d2S3cdf4T/Ozy6/uby5uL68ESLJ18xe+eaP3UfnxOyACT3v"
    "Py/+SJ4jjnYSCcc5qUG08ohjy7h9tUGhnNwSqMKx+PJVjlNGv47kxZ/Xke/E/Flb6mKPvW"
    "DiC2L3RfZt2AsfP9nZP/+yGGpNtug328P+Pd/EC3HdsAD/c/vx1d9uP/7p/Prf4w+k4lez"
    "+zW93z85Tx7Fa5SvScRwKF0R5W4vIA5v+TbLkb4w502fE5r8V2N/p/L9bO06l7nSHIPM8m"
    "59+bLNdn35Ur1f42dlfj3i4zMdgjMAMNye4XNdhs/HZXgxkr4dgl+H8GcdelN5A/fv2Xkb"
    "foWUkt/kWZnfEN/HX0qD4Rxh3A4ehOGAMo48QaCrddRVYAbu51ZkN3Bdp9qhkc9DPX2RQ0"
    "ykuA3DaoJrW1nwo7eJU4BxquKyzea9VG/ey9rm3X9hm21IEMRfpMbzHaUeRr6cahm8wvpK"
    "4IeiPXtlAOYbmL778OFt/M5bxn71khfefK5Q/uO7u9dCaScrIYQI33lsNV8kJXBFPK87/Q"
    "U0sK/BvhPimBMbcQnx5F7pYJdxQ/nY46rwnZP9n+fnFxffnL+8uL65uvzmm6ubl5m3XX/U"
    "5HbfvflrzHdpXeoLEAVupwUo42ABtBYgDqmuHwrxv/iFFXIenlDo2rUn9JyqZOuPtufb6i"
    "vIR/cJnfHfHX/hYrg5cgl/ndhCqoB0LrE8GJOOZW2cCQ8Zl/6yoKtfsMN3uy6mafdP4i5+"
    "hpj1mDFrXd0xrM44ArMj62zxi6KaAekipBPxe1Ynpqt7i0gn/Oi4OBnARPfx6rKNA3l1qX"
    "Yh42c1hjUjTjnCQI6v2ziS12pH8rrmSFZOw7YsV2AGUt2/z55bGvpE95mknRTN122UxrVa"
    "Z1zXVMYKr2ko2cyf8W+KYy5HGBB5aqDz8+t/fS554CmNf3p3+6+E4e3z/snbD+//mooXaH"
    "/19sNdVUOvOZacgWq2MwCQrU12iBGTHYdqtnME0N2BbvFHM12VXUYZQPvQGrtQk9bayssh"
    "QLCU4AlFi15vEfHeEv9hoQgW5QLLQ7EiHIvaXioLJYyjmW0Dh4M4fcC+vUFso6MHyqixih"
    "hnbB1DVWLPMaAgCgPK9BLdOcRAj+6sVVlMQ1VMzXFOdL4OwRnAQHoHCbNBQvXIwXn8W0CE"
    "Qau9AGWcQfr5tPKpb+k98b8TSisKsbLHpyx00FL2YnF7XZQ/irX8gLVq7PbixplyN22OxR"
    "v1sXizPxbVFnRxqVvadkWISdq7N+uOEd+R2HZNKjmDmEToyMfhyqPOg7ArIp/LLL8m+mtQ"
    "WAZDy7zAKhnYKvkBMfZEQ/cjZpirrJKy0EGrJNiL22EmDzG8eZ2OEMODGN4ktHFvVh6EPy"
    "D8Ma2tfVqGxkexPHeRMNuVVkZB4qCJES+2vcqFIephdNRDfAttvVEAgdKYq9LAa6H6N59j"
    "61GpNooyhxXHTtrmmTi4JvMy6cA1ObJrskZb4mmdfDliqGTt8fiFoVIT1RPg+oHrN9WtPT"
    "b/vtuB/Bw03tZ/aRTvQi93SKywr1M50+zHHJn5ED/Shw7kl3HA/0z9xk+YsR1PUpcxfbw8"
    "5C2ygiD4ifOy/8BPhBTWJIy93vyYhB6h9HzJoabet2WUcZ1UwwwZBY/xuPYbw0LX6rJfAA"
    "H14KzPiP8Jmc4/ssRCldrNybODRnN84MDlE3M0NeDyiTnlCY7dMjch52WQhrldG/ojDol4"
    "U31bUAqHiFJXs2T6N4PM2eHJSrZ1oyI1oIntuEMwHlJPaz+n8iPuZydinG53Jt8ce8q34v"
    "vbzgb599hO96lEhzdN8Va9BYzy1hjlTYRTKCyyR1mTXRP5JdyIjKd2zGwJ34WqhemRJi9a"
    "ekM13HhhlLNhjRWoJTHFDpx2v6KhCzCh+NQrxJFH718lZ/JCEagqCy0PRaycnfj+oG8Vul"
    "rcWjtpi66tpw3i1v5NImwF4tszi23o039bDzjg+xdQiC3ErHtK3fi/fIMtHz9hxl8sKsvd"
    "+5v3HE5r+p0ZFlEbRbtV427T+rnhe6q+AyJ73uZHlktCZHjkfQyR4ROKDDMvklxXpV6OVN"
    "64uHBfrWlzCkPOmNzi16pxrJ5/XYEZEPFtIHaQIdgBZUTOuvJ8LEKMqQ+HMMGcDekJmc0/"
    "hNSNHPVAnf3jg0ZzUBAc9sq01DzfG2WMIx7tZsaFxMG2g+PlFKgvhUeF3QoXq4HVfepW90"
    "OkZXTvxA00DPsvJT+uQzMpcgdJRoNXMyy/4NgcybFxMUfEk4zLbSI9gwDh+p5kwVqskd7k"
    "+VSA4Pp0zpBWLPmWlncFZRL//U2Kzjyf1oZI7kaNp0vyopk5Vm0FxOGR7HLHBscmhxigsk"
    "ewR/RLg6AoqEkv0JDbujZ0CWTctr1otW0vGrbtRX3bJpTputkFjHEsQ/OriQYclLhB8iBy"
    "+JstUle4lWSWLdMINsnEoQBn5C08XCogXVsdcssgg5q1+7vzEXHNRigO/U8aVgbytKaY7M"
    "XBgmvVzQflHF+vDCZkELzxH7HPG6pwc4GDpgApiR7FDJjMiWW0XUDjYWW+DsUFBKiA+kRJ"
    "hsNHrMNnEQKEVgn16JPNOHUebL6JR/JTT4dbBXo8mq9mRLMTUsbiD9XjtwiD/SvpahYkSS"
    "I0B1qa9yDoINfrIHdx4GEu07+HCC8igXUN1iFL1KvCgLDuaYd1PybmIOINg6mLIsvDVxmV"
    "hXv15b4IJt18Gm/ufP1cqxwve2ZxxQOGcvCRfb3CWrV19orLa5BO6S8APJUohWG8/hohnx"
    "MuuUBKyWoRApwqCtP0ik9SgIHpiv5L0qY9EtlQyw1KUia0AOC7nLbv8ikOtb7F7r16OHhR"
    "ZHnwYp0kdOvl0uM4L+JfD2SX4UCc423AD/ozqcsDw5EmMhwJLPShrcljeJPTnHHdG6Wptm"
    "nPaAEBodQqnakSb+vupPIGejvn7eqHGsqHas2qtn7pQAkDucLqfnXtDuUDZRCQWjum5lHg"
    "MqNTajY1LjPiVDg1NNQ5qzKAebWuQ9zS4lO9yGcqbxy7V60qia8aKomvJFXamvEeiPPMO8"
    "7zSvzvQjnqN2wxscxJpaDDaF5HFgwbm9OwsfEvV65GaAzY8hO4EnxarA48xg0KCnvdtJAV"
    "hazotLpvT89YfsPxdtFgMCfPWxnNNklFe86F7t78UB0nmNRgUstIPh2TuvA7abnbi78sg0"
    "7RUyihnZ8ygQraQZtzfMLtzsNLZWiTaIZyT/MXYEqG9QY7DzTi34ZorQ5Hl4QOm9h7cdvN"
    "5I8SoZ6AlWG0ZZ2t8wOWHJBq47qKM7BU6KxVhvCsIUN4JskQ+uwJh1oT1guQEbOwv/8xlG"
    "PSQOogM9anHXaC43Ho4/GNi7cB5dh3nv+O1TOhylIHD0iSy6c6sO9IFHNokBRfxO8PAahj"
    "HpPZUrQ9HzOAiQdjqyLas4Yq2rN6Ga2m/WGu2XF+ddWq7OuqoezrqsruWnw+DoXL7WuNka"
    "zADGS7/6wttIOMdpGIklDlPSKzNtt643NFXYmyVXsgqbwRv/+x3Q+Izh05PDrtcQRQdrAc"
    "1v37EB+uC4XXt3u4POTsJQc0G8LHCzzkiB/5KtGvpaBavdO6UJIYVySULxdOX8FbRDwYKA"
    "X1Caden3D8kt9pnLb9lScUVVXrTV4EGWE/VvzHNqGQa3Uk5Lp+nxRkZEa9JW13YGoQnQEM"
    "ZHiQnkPkOJgxu1vTgBTcS+/ApIgf4BL4Wdy+OmI2t1UyV2PMnYN8B3u2cNOZrEmjQVNXge"
    "Zt5/7HbEAzTK/GHItWnHLkdSnfq2MhOtU5OsU2JAjE1+q0EDUsLETnhej8c4DfQm+FrFEY"
    "xgUVWodpAWOg2XLRxuFRuzs1ozDVGFssqNIKV0mgBvLdv+GS8YZcNxSujE7iTYY1gvSxk3"
    "Ar4nkd10ACNWAYztgLAHOH8qrilmXFjXXFNTUT4keCnzp4ozWgid7oALfG7nljRDjzegZj"
    "FWlQsgE6n05rAaC2/sgL4GKHuB0WoIwDDdSVf5hUveh3pKr4vA7buYyD7TznWq3X8Y3ri6"
    "aCrZ3EslXVlo0z4QEvzWBYPI/Nua9q04G7MPpV03AD4KgppfQ30J7TIgQ4lSUlnvXazlJ5"
    "I4KEZSf+so0Pf6l24S/rkVmokBi2QsLFXLO2KkcYF/gbZuA4jMsftHTtF7qSWglNllqOAT"
    "+kq1u91jQk1l9lRUyT8h5v09LbwBCUM8CLfkt8vGhyohOBZTsf2ktlx7l3EmZdHLOZCXzj"
    "AXpnYLTnELSyh0jLfduJG+i79d8+kPxXg9tU3kByBykfgKm0/asDmEo7IRcuthntzkXVMj"
    "Qsxlw9kh/Q87YhqZc+Xh7yRoKC4JCuSBQGlH1lMg/8EPBDJsJxcVDFbmdrGHYFiIG2Xf9J"
    "D+G1PZL9VJnWHBcwBpLcf1OFfvsKdK1oEZz022tlnlOAeYmlIdy/9BevO+WjihtrbtB4Cn"
    "mI4bJoSyOfd/FDqkiTrIqxO5050usBygCgsVto7BCvcShPmzY1/xRAxmnuYXQJe8A6Pkkm"
    "P57qeDkTbwTqg4auD4IGKWiQOr0FmF7k81siKMMBigdVNAdBi5LLlvFQ262ADsVGF7eWS9"
    "b7o99aYf6EsW/RKLT272gh37X4Blupv/FvzFpR+vBiUVnqr3sn+UjciovjUBdCsTDfth3J"
    "pzPfFsLjg5TpTCgqc2xyh/elEtWuwXMqbyC/F+1G2zZMtq2S+yR+7lrdLRnAQHoH8a5CLA"
    "4bt0tYsYo0SRtDWNGkdCaEFcc5Ctc0Vgi6YYIiCnRIdx0inFZt7gsgoH6u8ZlP+wmL73bl"
    "AYrYTEVqeSguI5mVeZzr0yEaMsSd6Uf1WiaUq+8/iQldBxm5N23IvVGTeyOrOdkSzeK/HA"
    "JmXLuIRuTHo6i0RsyWQAbw3EDrIMNlO7d8QLdHbw37Icb2WmiLLssgARvUxz/ySgSUEa53"
    "U0oRAlUqVUIJs4XdTh5lU34p9TDyFeZ0EVehdSWAQ/Ga2oPjKva7Dx/elhT73Zuq5v7x3d"
    "1rcaAmWl4IEa7YwVC0AkUrp7cAEwqKJPNB3tPk96keIPJ+P6K/zQCRdJw/REGMiYJMtP5g"
    "fhQXSosjwYneOLcMYWAEZJCJblx44Tq+eSpvBL9jO+ZgyZ22IfExKXNQWRH7pwdNiDCXA/"
    "NhXmcblJRCSelJm3TTqiidUO4Q+nxNsjnKFWP6V9B91d1z00p+wdRvA7xEKCqFXnUTqhHA"
    "/4ZMysktwIQCIHHhaNPkw+z5sk1J6TCzD9uGQSbhHRodExFLHxK9yXEFiHFH4nWbE/FafS"
    "Be16eaCamH+AtoMFzEGEfxMF44uCcDuydg1522WfF6i4j3DjOGkr9ealqUZA6aFziWtrcF"
    "8SFtjC+5v5xe9wKZF8i8nG7mZf/D01yUMsq4FMEgg1eFKafFcSpvoGkywI2q0eoX7PAdSx"
    "okV3EGkt1/EDUlTU9nlFEGEt3/VUjHCHwcbmWZn0lSjP87JCD7aFb7+H8BZODGHSaRtfu5"
    "d9AQhrJ80cqouGgwKi7qRgUUlY5YVLrhW8nMYDXZqTyQ3aW1FjnScdd3xEfhs8JXzDDVrr"
    "dnvutxnlcfZ1O0KGasyLmg/O7N+9uPP8lJT+UDyvh9mLzR4u6nz69vof6gIUh91SZGfaUO"
    "UV/VItSc420gqxFTF4gVINAjWzXotuh5hW03CjziSHeuklcJEuiVtCCHGLmu0BhMpo3VMd"
    "EaEMitXVSJGLdxGMpyVmqroowyIDEIvUEnkMOC2qQJLQCLR/frTx3MQDAjZabp23/i1YbS"
    "h9udSblQJHArUstDKdynnbyNCoDJ9Ms1bWnDErejaBF1etfFHnnE4bNewLqCglauurr2o+"
    "1KVpyn5DQHmHRI9jftQPPkA3vja+0NjnikE/PIAQaZGv3dXheJv118B3urw2kFZdJ27k8z"
    "+OxJpmnV3niOAE9c2xNXxD7UwWaTwh4DZQen5218u7fwFs3uRia2bOtvuEXEZByOU/E2Bi"
    "sTTZdXr7yojDKuJLH/lhTsuwEVH6bnrlVQ4K7VjQjdGkSDaw/7L/ScZkncrI3eFXUlE2LU"
    "Jm8qb8R+HdvkhfqKQS8Ng/qKIXLU2vGbCgq0roJY/XhDBWaAHzy2Bj5e9MzwHQ11FVBXcX"
    "oLML142+u9i75ojrdlYsu28TZcREC8bV56Gtqy59SWHYWSThP1auzFDXQRz1+27cVubMau"
    "Rz8f5aNa1ZZ3jjCC5rHN7vQilrZbOpU3wMMZYTArw8KK1mu2zBBGbOcRpksFIX4kNGK2Pt"
    "kSqHH7ehDO5xAuXeSX7c0xZJrtzcjnRGJ1NF9jWsUaFBgZ+yJTRLz45nZGpOOJG68xrUJh"
    "Fb5mFaJQdotyI/spBBII9YkbjHfSLRWgMcyOvKFdwmIyXFv/dgQJ1DirZZBRXxAJh0j46S"
    "3AhCLh39PVQhH9jh8tD0W8f9kL9Rrk/pKN9HOxGwU4uWHp50rouzKgdGl9qc2oKwxSS56n"
    "76o90BRa4/rVPxBin1OIHeZxDlhcLP7ISCtukwEMpLf/CZxBSGhIuKRssyFUk0NMMmz666"
    "rLD2WNfVtGGbh5z1oph7MG7XBWVw/zG9c7mjvat6poGtbbOO6jaVwvBBRbu6IBevYokpCv"
    "zjQXICNu8N//GGqLQ429UTX2YeRrB1ZyjEm2x8iqpDBfR6+3waj4eY+jI3+zO/SLVGEmbe"
    "gea8ER22hl0QoI2Kp132SNw1B8fQ1CSxigtJbold8CrM7yKi4ABioX9MnXuzsyA3Syt6bm"
    "VgxfBeVhxHCXHHoFCF5cdy8uxIpRCY31UUUYsN+V/TgJh3dc6qiZCsy4YNEAM0Hi+UraUb"
    "kyyjiaB1HpO84K1162bkOoAg3ge+wA0b5iT2ePFyAGEF4N8beK8DcE+GsFUNR3olAoXudZ"
    "N6EigRpHeP9jcaDi7PgjTsMuC1DGgYnYuW6b+IRtOixABQgrMN+Sv9dxh+ZCXfe3e75sUf"
    "xn40x02NvI488iUL13/J0cY1TVe/kitV+BHAOHane/X9MRHd8FnXEadybZxBklvWaQUpgR"
    "m080fNBLK+QI4zzGQWJQcA/GyOdZPLxPeBqywXONWZwiDByUzuxDFu3IKwDpBUgvnEB6Ic"
    "k76pCeAYDsVmRPKOz0j6RvSRFz+kfa1NQccMp6n44zVDH5r4Y+TuWNu2Ojr+YLdSSJMDtA"
    "kfQm7TtKhZ3hK+J5RVyF95UADqUlslfGVRR3Hz68LSmKuzdVTfDju7vX4lRM1kIIEa4wOX"
    "a02SutHGQJZIBOrmzzq8s2+/zqUr3R42dSnnVdyhIMDOuZ5l7+uQu8qOYNZ2GZA2OGczk4"
    "B495DvbokaiPwg1lWsV8qbyJsf1BplVqzcoOzMtV9RaITsxzScjuwDADc0YFjzExK6/60t"
    "i1FRTsXtn8vcj3489rz2oBAb0usqusobd4sKT0EcvoJkf10VJUNsNYv8W7ioRF6LwIIWP2"
    "6pnLjI7GJvsizBjVPfYPgNLA9tC9fpa2DAT+u/H/iENG9ObUFiDGBev6aRWYUKzoTryTR+"
    "+/I/dxO40iZFQWWh6KHK124uJrZPKHIkiLzxtsbSnj1i90xSy+Qdx6wiG23AhbxLeQlThx"
    "8f9SX0gSP+LYoqG1oVG4tJDvCgy2POrfY/EmT4hwi64T2d17IWYxTjwvfsMXi8rKj//p0n"
    "mkLEDJr2Z3YO/SUNWBpFCTPMma5HTpWrshe3kDvZA23Wvq5rVa7xpUxY184sOs0EEHALo4"
    "EO9co7dhbsxe3qQt3d+sE098Ea7tHJRgJhF7WonO2C6Ngo+R32S47gRaGa1RYId72WH7zE"
    "pD5bVMulOx5wa7XvW4aeVja4nhU0cQkR80Iu9ijmQF8+pq1hxhQDRm7NphRv5X8/K3FAEB"
    "x27uBw1dHOoMVswBxlDem3m8wvdIP3VURIFx3L29Rvyx+qnTIgrIn6tn8mqDnYcGxyR7vj"
    "zklzixZGu3JIlkx6lfSyDiGDTyLbEQ+D6+a8RK3kse/W6BgVrO6cST1P5N2EHhh6DuZ9xN"
    "DPTHrzwS6qH4q+rYjmWQSez3N0WDRrKL2dT+ZgYY0d388rM5Dqf2deNwzfhXKw9OPX1LvQ"
    "AC5udqp5PQiYhySl36+LCVXhA8aKPfWgyHj8TBFo04I+6+SgR5nrVruoqrRWhgIfYgFsx6"
    "2hAPW4RbLsXM8qmQ9NkTDuuGfJ9vDNb+HKz9/RxkHZunCIGIWS38GIg/Xv8sKMHgNOh6Dg"
    "chXWH9ruUCypgdfQzmddRIDjCG8h7vh5In6ZrurTUoSVc+BC9aZZkvGrLMF/Us81EM9inu"
    "2dMy17/FgUeftw1zpQsSB412tyx7lCkHU+ivmJDF3NdVDGqLGeqJT0tlfLe/KUahL77LL5"
    "JpVhaFG2eOoylk1YBqJSEtB5y/fujrbhy1fnggsnC3muhU3sDqtf4vNEvY0SA3lTeQ3GGm"
    "zHjSUZcNo9U8c0ZdjlDc+kRDV2v0TAYwcAdftWL4qoHhK4ljR7ZaYYhM3iQLrb/kLQkZ73"
    "AHU44yidZjzO7oNLYDqDfC52huqi8LLVv6H1pN9X+jTxZdcxx3sO/x1kZ8TJyriJvZ1+Qx"
    "7WZn9WyiNlra1L7/Aey9J2hnn8zvZQlBkmMvwPyuwJ2dow+WZX+W5ZRO2OQUfIfCB+Xxmk"
    "scPlsTWXubCrc6WNcoTKa+7MBMHI3iOAwxcuUnabM4VNvModomMc51LZMCyCRNcloW/fd0"
    "dYe4s1Fpm+z5QV0T30S6ykQnk0k4FcN6sLkCQbTyiCPVDg3h1yJoLIW8+PM68p2YP2tLXe"
    "yxF0x8Qey+yL4Ne+HjJzv7519Giti2MfnO1SbfeX12VPJX6ixIjjDRph5iPjAMexiOXmdD"
    "GdbavznCuITOIOkG8VeGkhH36u6mDGAAv2P3NiFm07VmYCmFQMFet8DSPcWCQt9Gay67vb"
    "mJ+xoU6tq7rgJHD4LLyGdoLWvua7prrgqF6+Y0rpsLMWJ6BmCOMNBCGeQIFSYz1boXPgMY"
    "yPAgl/lxypGkm6Chzn0vb1K8qbeaCAf5KCRaqYAixBhDpDdCAxzauzSwBqVlEJBaJdWneo"
    "51Km+AWzLCmeWIY77LvUZlnEnqdex8N/EJ23RYgQoQXJKZJ1TecLxdHEiqJDLL1okVm6Ty"
    "vWZXviz2755syvjT0uHNpdHORaHuY56h1KlfzaPO2xTXq6XtUoSYdAb0ZrzsfxxauzrHmE"
    "TpyMcq5GMGzceEmMXfV4PfHGGcYT5IX3+cd+6iPco4sApNr0MdaY/3X4U6YmX1yW7oabk5"
    "zV0gucCyjYOj0/3xoXZVYXopYdyzHP+/eMcX1ttkszMLhdhyaOTzXXfHKnIeMGdLi9HdFL"
    "n4DZjlIPEIW8h1hVgU1GtdR/vUFlcoJr3Z0HIymR/mssEPgxsU4QbFWW9tGCExyggJ7Cf3"
    "TerEa4oQyDTV8qEeIlstPgsIoLMWgokcB2NXi9ASBiiVOaVafOYAILNKZnw5ufYlFQWQMY"
    "yObBSEka9Ne44B1ruxHm9cCenq+u4MMGIs6/c/hopmjV3hLTasFtupPJDdkuwJhbZ+QBHD"
    "7t9j30UR2ypILA8Ft4JE1k5doeM0Rh7XcZtQK3VfblvDNWWzqMyec43b/he1krQ3NTSkFk"
    "EGxiMGqc/ek6Z9bUERBuG2uaZ4fgipgxm79VCorGQryRw+C3fSNsrED+Z6/pnc82PtkRZD"
    "z8wizHoKaXzPD+Ebi/B6rqY1CsaT9JBLvmlVj3LTUJByc/BY3S+llsrPIQYq/EHG7DrU1d"
    "rTqbyB/PY1sB9m7I5nGY5+x+TkOD5OcSbG+lczF0BA/VxNxE/OBm/RpygIaMhVNmJZ6KCR"
    "yBJxmxXkjxIz2ZL7EOmO2SmBjLP0zq+uWjmZVw1O5tUhS49F0sh2Q45RHtietRoxZZzlO+"
    "wSpFIMu4cHFcI2EzuKHgA/b//rb+XmNXh5h5088fF8f2lZ1ZDwUfis8kEyUHWEyDPftbbP"
    "TAc0WQVxtmRZyLcIdu/evL/9+JM84ZLKB5Tx+zB5o8XdT59f31Z9E+LyjYbSzeRB6UoM4g"
    "1OlVhLOnMA8Cmr5IKu9pN2M25xSNQjavdPD9oRKJeD6bTzUgVqk2EK14weWyUM5aMVKu3F"
    "D0uD4b24geyetQpbnjWELc8kQ1tUZu/3nz681zV6XeJw6/8sj7A5Hm8N5MZklEzfWqlRta"
    "qoYvfGb3D0UqM//h9Pr5x+"
)

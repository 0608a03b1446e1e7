from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True
SUITS = 18  # it only adds
TOUCHES = ("product",)

# One product of a family for each combination of options; the lists of the shop look members up by it.
MEMBERS = """
        CREATE UNIQUE INDEX "product_of_family" ON "product" ("family_id", "option_values")
            WHERE "family_id" IS NOT NULL;"""
# Kept pages show families (28_20261130180000_catalog_changes.py).
EVENTS = ("INSERT", "UPDATE", "DELETE")
ON_SQLITE = "".join(
    f"""
        CREATE TRIGGER "catalog_change_family_{event.lower()}" AFTER {event} ON "product_family" BEGIN
            INSERT INTO "catalog_change" ("id") VALUES (NULL);
            DELETE FROM "catalog_change" WHERE "id" < last_insert_rowid();
        END;"""
    for event in EVENTS
)
ON_POSTGRES = "".join(
    f"""
        CREATE TRIGGER "catalog_change_family_{event.lower()}" AFTER {event} ON "product_family"
            FOR EACH STATEMENT EXECUTE FUNCTION note_catalog_change();"""
    for event in EVENTS
)

UPGRADE = {
    "sqlite": """
        CREATE TABLE IF NOT EXISTS "product_family" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "public_id" VARCHAR(26) NOT NULL UNIQUE,
    "name" VARCHAR(200) NOT NULL,
    "options" TEXT NOT NULL,
    "version" INT NOT NULL,
    "created_at" BIGINT NOT NULL,
    "updated_at" BIGINT NOT NULL
) /* Products that differ by options alone, such as sizes; each stays a product of its own. */;
        ALTER TABLE "product" ADD "option_values" TEXT;
        ALTER TABLE "product" ADD "family_id" INT;"""
    + MEMBERS
    + ON_SQLITE,
    "postgres": """
        CREATE TABLE IF NOT EXISTS "product_family" (
    "id" SERIAL NOT NULL PRIMARY KEY,
    "public_id" VARCHAR(26) NOT NULL UNIQUE,
    "name" VARCHAR(200) NOT NULL,
    "options" TEXT NOT NULL,
    "version" INT NOT NULL,
    "created_at" BIGINT NOT NULL,
    "updated_at" BIGINT NOT NULL
);
COMMENT ON TABLE "product_family" IS 'Products that differ by options alone, such as sizes; each stays a product of its own.';
        ALTER TABLE "product" ADD "family_id" INT;
        ALTER TABLE "product" ADD "option_values" TEXT;"""
    + MEMBERS
    + ON_POSTGRES,
}
DOWNGRADE = {
    "sqlite": """
        DROP INDEX "product_of_family";
        ALTER TABLE "product" DROP COLUMN "option_values";
        ALTER TABLE "product" DROP COLUMN "family_id";
        DROP TABLE IF EXISTS "product_family";""",
    "postgres": """
        DROP INDEX "product_of_family";
        ALTER TABLE "product" DROP COLUMN "family_id";
        ALTER TABLE "product" DROP COLUMN "option_values";
        DROP TABLE IF EXISTS "product_family";""",
}


async def upgrade(db: BaseDBAsyncClient) -> str:
    return UPGRADE[db.capabilities.dialect]


async def downgrade(db: BaseDBAsyncClient) -> str:
    return DOWNGRADE[db.capabilities.dialect]


MODELS_STATE = (
    "eJztXWuT27iV/SssfdmkSuuy+zXeJJUqt8eTOPErtmeTKdcUCyKhFqcpgiHAljuz898XJM"
    "U3QBI0SZHQ/TRj8R5JfQBd3Dd+XVkoYIfAuduxJy9sO8CUrv5g/Lry0B7z/xE9Xhsr5Pvl"
    "h9GLDG3cGIMKghvKAmQx/vIWuRTzl2xMrcDxmUM8/qoXum70IrG4oOPd5S+FnvPvEJuM3G"
    "G2wwF/8OVn/rLj2fgrpuk//Xtz62DXLn1px44+O37dZI9+/Nprj/0QC0aftjEt4oZ7Lxf2"
    "H9mOeJm048V/0h32cIAYjt6eBWH09aNvd/xD078o+aa5SPIVCxgbb1HossKfuzHz11am+e"
    "79Z/PTq8+muVIgyCJeRC7/qsmS3UVf4b8vnl19d/X88ubqOReJv2b2yne/JR+dE5MAY3re"
    "fV79Fj9HDCUSMcc5qX64cR3LFHH7cocCMbklUIVj/uWrHKeMfhvJqz9tQ8+K+DP2xMYufU"
    "L5F8T2k+zb0CcePpjZP/+8GmtN9uir6WLvju2ihbhpWID/ffHx5V9ffPzdxc3vow8k/FeT"
    "/JreHZ9cxI+iNcrXJKQ4EK6IdLcXEO1bvstypC8sedPnhMb/VdjfqfwwW7vOZa40pyCzvF"
    "ufPu2yXZ8+le/X6FmZX9fx8DMVgjMAMNyd4QtVhi+mZXg1kb4dg1/LYY8q9KbyGu7fZxdd"
    "+OVSUn7jZ2V+A3wXfSkFhnOEdjt4FIZ9QhlyOYG20lFXgWm4nzuR3cB1nWqLhB4L1PRFDt"
    "GR4i4MywmubWXOj9omTgHaqYqrLpv3Sr55r2qb9/iFTbpzfD/6IjWebwlxMfLEVIvgFdY3"
    "HD8W7dkrIzDfwPTt+/dvonfeU/pvN37h9ecK5T++vX3FlXa8ElzIYYnHVvNFUgI3juv2p7"
    "+ABvYV2LcCHHFiIiYg3rmTOthl3Fg+9rQqPHGy/+fi4vLyu4unlzfPr6++++76+dPM264/"
    "anK7b1//JeK7tC71BQh9u9cClHGwAEoLEIVUt/eF+F/0wgZZ9wcU2GbtCbkgMtn6o/3Fvv"
    "oK8tBdTGf0d0dfuBhuDm2HvYptIVlAOpdYt8akI1kTZ8JjxqW/rMjmF2yxZNdFNCX/dOzV"
    "zxCznjJmrao7xtUZJ2B2Yp3Nf1FEMSBdhPQi/sjqzHT1YBHpmB8VFycD6Og+Xl91cSCvr+"
    "QuZPSsxrBixClHaMjxTRdH8kbuSN7UHMnKadiV5QpMQ6qH99lzS0Od6CGTtLOi+aaL0riR"
    "64ybmsrY4C0JBJv5M/4qOeZyhAaRpwY6P7/61+eSB57S+Lu3L/4VM7x/PD558/7dX1LxAu"
    "0v37y/rWroLcOCM1DOdgYAspXJDjCiouNQznaOALp70M3/aKqqsssoDWgfW2MXatI6W3k5"
    "BAgWEjyjaNGrPXLcN453v5IEi3KBdVusCEeippvKQgnjZGbbyOEgRu6xZ+4Q3anogTJqqi"
    "LGBVvHUJU4cAzIDwOfULVEdw7R0KN71qkspqEqpuY4xzpfheAMoCG9o4TZIKF64uA8/uo7"
    "3KBVXoAyTiP9fF751DfkzvF+4EorDLC0x6cs1Gopu5G4uS3Kn8RavsdKNXZHce1Mueddjs"
    "Xn8mPx+fFYlFvQxaXuaNsVITpp78GsO+p4lsC2a1LJGUQnQic+Djcuse65XRF6TGT5NdFf"
    "g8IyaFrmBVbJyFbJB0TpgQT2R0wxk1klZaFWq8Q/iptBJg8xvGWdjhDDgxjeLLTxYFYehD"
    "8g/DGvrX1ehsZHvjy3ITfbpVZGQaLVxIgW29zkwhD10Drqwb+Fst4ogEBpLFVp4C1X/bvP"
    "kfUoVRtFmXbFkUibLBMH12RZJh24Jid2TbZo77hKJ1+OGCtZezp+YajUTPUEuH7g+s11a0"
    "/Nv2f3ID8HTbf1n2rFO9fLPRIr9NtUzjz7MSdmPsAP5L4H+WUc8L9Qv/ETpjThSegypo/X"
    "bd4iLQiCn7gs+w/8REhhzcLYG8yPienhSs8THGryfVtGaddJNc6QUfAYT2u/+QF54NpWlf"
    "8SDLyWftxT3IP5Agi2PQRKFsT/jNyWH2nsHQh9lvjZus1hiQ57uPhjiWYeXPyxpBzNqdsV"
    "Z+Q4jtKsmIwAeMCBw99U3Q4XwiGa19csmf+tLEt2NrNyedWIVA2oYyv0GIwHxFXaz6n8hP"
    "vZCikj+8TkW2I/P2VouzVViS6jtFMfw9O859vEtHbIu8Nmqg4ER2XToHrZW8C0eoVp9Q73"
    "vbnh+yDqI20iv4SbkPHUXFws4fzIMynmH81ddMmI3kbihXjY8gorkOTDuI2dZkg7uv013H"
    "TxwmfjWuVQsKaLwzPvpmhNF2BGgdiXiCGX3L2MraKVJCJbFlq3hWatRPxoanWK0a5eGIm0"
    "QbbGYYeYcXyTEBs+//bUoDty+KNxj312fAEF2EDUuCPEjv7Ldtjw8AFT9mRVWe7B33zguH"
    "HT70yz0PEk2q0aYJ7Xzw3fEflFM9nzLj+yXBJSIBPvY0iBnFEKhLqh4E68htjOUV67BMhQ"
    "/a9LircvmNzi16pxLB+yX4FpEJtsIHaUSfs+oY6YdXk9VwGiTTkXhAmWbEjPyGz+EBA7tO"
    "RTu46PW41mvyA47r2MqXl+NMooQyxMBlMGjoVNC0fLyVFfCo8KuxVubwSr+9yt7vtQyehO"
    "xDU0DIfvVzmtQzMrckepugCvZlx+wbE5kWNjY4YcVzCTu4n0DAKEq3uSBWuxRnpzf1AJCK"
    "5P7wxpxZLvaHlXUDrxP9w4+szzUaiaS92o6XRJXra0xLo537FYKLpBtsGxySEaqOwJ7BH1"
    "0iAoCmrSCyRgpqoNXQJpt20vO23by4Zte1nftjFlqm52AaMdy6Moh2QkoJr1UMJo1M0zmI"
    "og8TcwH5Abiq4IkrsjNWCvTTwzdqf2SiAdA1Wb57cA88uH/ZBMm23Oiv2QjaTtlBsz8xG2"
    "7VWbx4+ICiQRM2xnu8WBsXk0Ei1LDeQSj8NoaO2iMkrq/AfTPxoY8X9yV+6RCxjHj41KMx"
    "3+RuTg1es3x/sYKH+DRFw/ks8nEQfZjHEdhKMWU7diJw6EaWTAQsBmAC0O/gD4A+e8APPz"
    "B17vkbyJqyTT2RtwMnHoMdHGyE7XVoXcMkijwXuDnYI+YopDbRjMslGwk5GrNA34KA5Jik"
    "6TmaBj4duVwYwMgpfEY9hjHxrsgaJIqzlgJcKmf1JrABrxjjrgqosKuJJrgKvWiyg3xBZc"
    "fCaPSKTyWhxmU4cjEL2nZvQdhAPvG6f7VKEw2EdhsA+Egb75zIMoBEQhUovitffAtVDDdI"
    "tcoNXgcEqiJ7E2ZuMmax2MINFNQ54KxQUE+B316+AoDh6wCp9FCBBaJdQlB5MyYt2bbBfd"
    "p01cFW4l6Olovl4QzVZAKI0+VI3fIgz2r2BeKydJ0avIQeBPqM3GtbHvYibSv22EF5HAOn"
    "hx4MWBF3cKL+5jbA4i1nCrbFFk3ebJBRXhQX25L5xJO79KM3e+fq54eV8qnlnUSYhhzMrE"
    "vl5hrbo6e8Xl1UinDJd1nkuUQjNe/x0ijzlMkASRslqEAKeShm/VW1KYrrXEw7d6z/tOTU"
    "0tN6iDndECgO9y3r7LpyjU+gbbd/LbZYsi6zbfJQndurn0NM4L/9e9k2Q4EGN477NWfyZ1"
    "eeDSgZlcOgAW+ugzAE7gTc6s8X9oSlNt053RAgJCqVU6UyXe1d1J5TX0di66FS031CzXhk"
    "Ca6qUDJQzkCqv71TZ7lA+UQUBq7ZhaRoHLgk6pxdS4LIhTyc2iDe01kqtENWiwue4ycJtL"
    "yQ+r69rIbY+oRT5Tee3Yve7UvnTd0L50LWgNU4z3QJxn2XGel/x/V7K+pujZuv36vGD8a0"
    "Aguwyzg0Qkn8/soJCqhmgKiEEiNBps+epN5DtElRrNy6hBBl7OqBdy+OtRoKBw0E0LWVHI"
    "is5r5Mf5GcuvGd6vGgzm+Hkno9l0UtGBc6HJm7fVcYJJDSa1iOTzMakLv5OOu734y9LoFD"
    "2HEtrlKROooB21OcdzmNn7UjARWieaodxT/wWYk2G9w9Y9Cdn3AdrKw9EloXYT+yhu2pn8"
    "SSLUM7AytLass3W+x4IDUm5cV3Ealgo965QhfNaQIXwmyBB69IADpSHrBciEWdhffxvLMW"
    "kgdZSpZvMOO8HxOPbx+NrGe58w7FmPf8fymVBlqdYD0snlUx04dCSKWsSPiy+i94cA1CmP"
    "yWwpup6PGUDHg7FTEe2zhiraZ/UyWkX7Q1+z4+L6ulPZ13VD2dd17fJH/vk44C63aLCnnO"
    "UKTEO2h8/aQjvIZBd0SwmV3s+9aLNtMD5hqDJcUqq3+7GccQRQdrAe1/17Hx2uK4nXlzxc"
    "tzl78QFNx/DxfBdZ/Ee+ifVrKahW77QulCRGFQlr40vhoEtfwXvkuDBQCuoTzr0+4fQlv/"
    "M4bYcrTyiqqs6bvAjSwn6s+I9dQiE38kjITS0QAhkZKdmXnTIylw0Zmct6RiY5MBWIzgAa"
    "MjxKzyGyLEyp2a9pQAgepHdgVsQPH4eSBU2ap9wJoyY67Ozhx9xZyLOwa3I3nYqaNBo0dR"
    "Wo33YefswGNMMMaszRcMMIQ26f8r06FqJTvaNTdOf4Pv9avRaihoWF6L0QvX8O8FsYrJA1"
    "DIKooELpMC1gNDRbLrs4PHJ3p2YUphpjjzlVSuEqAVRDvoc3XDLekG0H3JVRSbyJsFqQPn"
    "USbuO4bs81EEA1GIYz9QLA3KG8qrhjWXFjXXFNzTAc7Kmp7iXVcBD6Fk16e3DwoYerXwPq"
    "6Op3OzKbzszabj7yRh3PEqiNJmu8itRoO0Nb2XktADQunHgBbGw5do8FKONAA/XlH8aAD2"
    "zF8M/rsZ3LONjOSy6EexVdZ79qqoZLJNadSuJMnAmPeCMJxfx5ZM59Uw8UXDQyrJqG6xUn"
    "zdelv4HunBYhwKko4/Oo1tOXymsRgS078VddfPgruQt/VQ97Q/nJuOUnNmaKhWs5Qruo6j"
    "jT3OEuglHrAn8hG6GV0GSp5RjwQ/q61VtFQ2L7TVbEPCkf8KoytQ0MQTkNvOg3jodXTU50"
    "LLDu5kO7qew0l3rCIJFTdoqBbzxCYxLMTR2DVnofKrlvibiGvtvwvRnxfxW4TeU1JHeU8g"
    "EY+Tu8OoCRvzNy4SKb0exdsS5Cw2Is1SP5gB73DUm99PG6zRvxC4JjuiJh4BP6jck88EPA"
    "D5kJx8UpIMnOVjDsChANbbvhkx7ca3twjiN7OnNcwGhI8vAdK+q9QdASpERwPMxAKfOcAv"
    "RLLI3h/qW/eNURKlXcVEOZplPIY0zuRXsSeqyPH1JF6mRVTN1GzpBag1UGAI3dQWMHeIsD"
    "cdq0qfmnANJOc4+jS+g9VvFJMvnpVMfThXgjUB80dn0QNEhBg9T5LcD8Ip/fO5wy7KNoCk"
    "hzELQoue4YDzXtCqgtNrp6YdjO9nj0GxvMDhh7BgkD4/iOBvJsg+2wkfob/0WNDSH3T1aV"
    "pf62dxLPG664OBaxIRQLw4O7kXw+w4MhPD5Kmc6MojKnJnd8XypW7Qo8p/Ia8nvZbW5ww9"
    "jgKrkH/nNX6m7JABrSO4p3FWB+2Nh9wopVpE7aGMKKOqUzIaw4zVG4JZFCUA0TFFGgQ/rr"
    "EO60KnNfAAH1S43PfDqOr3yblAdIYjMVqXVbXEYwiPQ0d9NDNGSMC+lP6rXMKFc/fBITug"
    "4ycp93Ife5nNznopqTvaNY/JdDwIzrFtEIvWgUldL83hJIA54baB1lcm/vlg/o9hisYT/A"
    "2NxybdFnGQRgjfr4J14Jn1CHqQ1YLkKgSqVKqENNbrc7D6Ipv4S4GHkSc7qIq9C64cCxeE"
    "3twWkV++37929Kiv32dVVz//j29hU/UGMtz4UcJtnBULQCRSvntwAzCor86O0Rs3bYjhyD"
    "mABhVKQqtm4Li4QpwLRyRGutylvi4UeD7RAT1ZEYO8L/LGNLAgN5RpzhNg7YsInhEWbs0A"
    "P+g+ESyoyDw3YGMiKvfoOiz+EIDz9wcRIGtF7YMt3HQnxnXvEdqHaZX7XLvCozZhSDGyWK"
    "4YX7jVoHY47QIH4xdpQT2pFmYOQu5ya/ifb5wPf4JSZeDy+uhIM4ENTFQF3MMhQI1MVop0"
    "OgLuZMQ0DxiNh3hEmDP7nAutsM2fS6TCiE0SZQMtMWlOVRXHANQ86J2kT/DKGh3TbKUH+G"
    "vwqONHl5RiqvBb9T12ZAMu+8DYmPcaeLzIo4Pm01IYJcDsyHZZ1tkGdZUp4FTDrNm4p1T1"
    "1BbmUGcSNuu1FRBWJTZDRFaBcWPduL35btJUL+BMYVapA/Af8bimnPbwFmFACJeoebLr/I"
    "nq+7dBWPc/1F1zDILLxDrWMifOkDR630rgDR7ki86XIi3sgPxJv6YHsudR99AQWGixjtKB"
    "7HCwf3ZGT3BOy68zYrXu2R477FlCJ5g05JptW8wJG0uS+Ij2ljfMn95fTGX8i8QOblfDMv"
    "xx+e4qKUUdqlCEa5e4ebckocp/IamiZXXei9krN7VSOXhptfsMUSlhRIruI0JHv4IGpKmp"
    "rOKKM0JHr427BPEfho72JZnklSjP9bju8co1nd4/8FkIYbd5xEVvJz76EhNGX5spNRcdlg"
    "VFzWjQooKp2wqHTH9oJro+Rkp/JAdp/pasgS3nh263goeJT4ihmmOvjokSVj7pbVwtkULY"
    "oYK3LOKb99/e7Fx5/EpKfyPqHsLojfaHX70+dXL6D+oCFIfd0lRn0tD1Ff1yLUjOG9L6oR"
    "kxeIFSAwJq1q0O3R4wabdui7jiXcuVJeBUigVzCFLsDItrnGoCJtLI+J1oBAbpVcF1Fm4i"
    "AQ5azkVkUZpUFiEHqDziCHBbVJM1oAGt3eqN5gn4FgPMpC07dvkeN+OjjM2q0kyduCxLot"
    "dRtnbmku3OH+zyipYZCtEUGTKYcONZK3wNGDreiqz26gbygwO21qZkaJr6ESM/IccLps5k"
    "apK6kC09DXHCcIm9KmrOzLQDhrl6rx/4k3O0LuXyRBBJnWr0i1av5DIm+iAmA2HdJN+1qz"
    "Up1J7Ea5Mrex6zzg4FEtRVlBQfNu3UCXTUKVciodhLpoVT3cfBvF4w9OvW/1MBlioUqUOw"
    "do5FwOtn/tkP/t/DuYexVOKyidtvNwmsGjB5GmlcdfcwTEXpVjr5Jot9zx0ynQPVI9yPy8"
    "je+PFt6q2d3IxNZd/Q27iJiNw3Eu3sZojQHp8qoVlJZR2sXihm9CxJ7tE/5hau5aBQXuWt"
    "2IUK0617jafPjS/nkWQS/a6N0QWxB9l5u8qbwW+3Vqkxcq6ka9EQEq6saoSlKO31RQoHUl"
    "xKrHGyowDfzgqTXw6aJnmu9oqKSDSrrzW4D5xdteHV30VXO8LRNbd4234SIC4m3L0tMwiG"
    "NJgzjCQNBbKF+No7iGLuLF067TNxrHb9Sjnw/i4dxyyztHaEHz1GZ3evVW1y2dymvg4Uww"
    "iptibkWrtddnCC228wTzBP0APzgkpKY62QKodvt6FM6XEC6N5kY6D3gilgcPmWZ7M/SYI7"
    "A6mjzHOlajwMjE3vsWOS7/ViZ1hAPpG2+arUJhFb5lFcIAq4QGixBIINRnLFHWS7dUgNow"
    "O/GGth0akWGb6vfhCKDaWS2jDHeESDhEws9vAWYUCf8b2awk0e/o0bot4v3LUWjQIPeXrF"
    "PYxnbo4/hOvZ8roe/KSOq18aU2lbQwOjN+nr6r8ghraI0bVv9AiH1JIXaYwDxicTH/I0Ol"
    "uE0G0JDe4Wcu+4FDAocJyjYbQjU5RCfDZriuuvxQVti3ZZSGm/dZJ+XwrEE7PKurh+UNaJ"
    "/MHR1aVTSNZ2+c+dE0oB0Cip1dUR89ugQJyJdnmguQCTf4r7+NtcWhxl6rGvsg9JQDKzlG"
    "J9tjYlVSmK+j1tugVfx8wGHBX80e/SJVmE4besBacER3Slm0AgK2at032eIg4F9fgdASBi"
    "itJXrF977Ls7ySK9+ByhU5eGq3BWeAXvbW3NyK8augXIwo7pNDrwDBi+vvxQVYMiqhsT6q"
    "CAP2+7IfJeFwwqWKmqnAtAsWjTATJJqvpByVK6O0o3kUlZ5wVrjouHMbQhWoAd9TB4iOFX"
    "sqe7wA0YDwaoi/U4S/IcBfK4AinhUGXPFaj6oJFQFUO8KHH4sDFWenH3Ea9FmAMg5MxN51"
    "247n0D6z7StAWIHllvy9ijo0V/K6v+T5ukPxn4kz0TH73L/En+VA9d7pd3KEkVXv5YvUfQ"
    "VyDByq/f1+RUd0ehd0wWnchWQTF5T0WkBKYUFsHkhwr5ZWyBHaeYyjxKDgHoyJz7NoeB/3"
    "NESD5xqzOEUYOCi92Ycs2olXANILkF44g/RCnHdUIT0DANmdyJ5R2Okfcd+SJOb0j7SpqT"
    "nglPU+nWaoYvxfBX2cymt3x8ZQzRfySJJDTR+FFIuCSYRwO8OTxPOKuArvGw4cS0tkr0yr"
    "KG7fv39TUhS3r6ua4Me3t6/4qRivBRdymMTkSGhTvF+4BNJAJ09wt/CRMlWXsgQDw3qhuZ"
    "d/JoEX2bzhLCzTMmY4l4Nz8JTn4IAeifwo3BGqVMyXyusY2x9lWqXSrGxfv1zVYIHo2DwX"
    "hOxahhnoMyp4iolZedWXwq6toGD3iubvhZ4XfV53VgsI6HURXWUNvcWjJaVPWEY3O6pPlq"
    "IyKcbqLd5VJCxC70UIKDU3j0xkdDQ22Rdh2qjuqX8AhPimi+7Us7RlIPDfj/8HHFBHbU5t"
    "AaJdsG6YVoEZxYpu+Tu55O4H5y5qp5GEjMpC67bI0SYR518jk2+LIK0+77CxJ5QZv5ANNd"
    "gOMeOAA2zYITYcz0BG7MRF/0s8Lul4IcMGCYwdCYO1gTybY7DhEu8O8zc5IIcZZBvLJu+F"
    "qEGZ47rRGz5ZVVZ++k8XziOlPop/NcmBnaShqgNJoSZ5ljXJ6dJ1dkOO8hp6IV261+TNa7"
    "XeNaiKm/jEh1mhow4AtLHP37lGb8PcmKO8Tlt6uFknLv8iTNk5KMF0Iva8Ep2RXRr6H0Ov"
    "yXBNBDoZraFvBkfZcfvMSkPllUy6c7HnRrte9bRp5VNrifFTRxCRHzUib2OGRAXz8mrWHK"
    "FBNGbq2mHq/Efx8rcUAQHHfu4HCWwcqAxWzAHaUD6YebzBd0g9dVREgXHcv72G/7HqqdMi"
    "Cshfqmfycoet+7couF9JPJNcYN3mmViRqLlPZVtD6X8lB/4oiEPSG0LuqYECbNx75OAZjB"
    "ibJI4dac21QUkSoY5kPW5CGPGHGW4CY8Yhemjxr2+4fMcF9cj52B8GBaTzCWLJnaq42EA1"
    "A1EAaXNyTz6CHoLjZ3esNMS7sucdD5Wu0a44QRr9Xg2OiFKbyON6neG76AqrRI2Lk6odMK"
    "Dhl6Dhgx5+RABexIKHVAD90SsPDuHGKP+qKiGJMkgn9ocbzkRC0X2f8jBmBpgwivnlZ33i"
    "mMJZWM2BzG8Zh3W2faClyRPEVQ8AFUDA/FLtdCewQkc6/DR93G6lFwRbbfQXBsXBg2Nhg4"
    "SMOvax+BC5rpH08kZFiMQ3EL3nC2Ycdo6LDYcZNsHU8AiX9OhBFOMZ8o3B2l+CtX8cr69i"
    "8xQh2oRzhqtT8vkfr34WlGBwGvQ9h/2AbLD6MIwCSpsdfQrmVdRIDtCG8gGvHRTXfjRdh6"
    "5R7Uf5ELzsVLx02VC8dFkvXjqJwT7HPXte5vr32HfJ477huoKCRKvRbpdlTzI8Zw5tezOy"
    "mIe64UduMUMm7rxUxg/HC8gk+uKH/H6yZmVRuMjsNJpClLWXKwlhun75+mGoK9fk+uHeEY"
    "W75USn8hoWRQ9/T2bMjgK5qbyG5I4zvMwVTlBumNjp6jNBeYKeiQMJbKWJZhlAwx183Ynh"
    "6waGrwWOnbNXCkNk8jpZaMMlb52Ash5X++UonWg9xUioXtOggHotfI7mWS1loXVH/0NpVk"
    "tU8022DEeDUY54Y8c/JspVROXeW+chHZJCxRXjSmjhrJTjD+DoPcGUlNn8XtYQJDn1Aizv"
    "ZvXFOfpgWQ5nWc7phI1Pwaa+rYJE+9kay/bs3ErAlB+N/DgMMLKbe6/E4lBts4Rqm+V0T2"
    "lxQM5I3/yNbG4Rs3YybZM9b9U10QXXm0x0NpmEczGsRxtX44cb17GE2qEh/FoETaWQV3/a"
    "hp4V8WfsiY1d+oTyL4jtJ9m3oU88fDCzf/55oohtF5PvQm7yXdRHEsZ/pcqC5Agdbeoxxs"
    "7DDKHx6LV2hGKl/ZsjtEvojJJu4H9lILg5Rd7dlAE04Hfq3iZETbJVDCylECjY6xdYuiOY"
    "U+iZaMuSO+K6c1+DQl1731Vg6J5zGXoUbUXNfU1XmFahcIupwi2mAUZUzQDMERpaKKMcod"
    "xkJgLN0mhjE5E+0YHhUe6IZYQhQTdBQ537UV6neNNgNREW8lDgKKUCihBtDJHBCPVxYCZp"
    "YAVKyyAgtUqqR9Qc61ReA7dkgjPL4sd8n+vyyjid1OvU+W7Hc+iuxwpUgOCSLDyh8prh/a"
    "olqRLLrDsnVkwnlR80u/JldXz3eFNGn5beCVC6MaAo1P/2ACh1GlbzyPM2xfXqaLsUITqd"
    "AYMZL8cfh9KuzjE6UTrxsQr5mFHzMQGm0fdV4DdHaGeYj9LXH+Wd+2iPMg6sQt3rUCfa48"
    "NXoU5YWX22G3pebk5zF0gusO7i4Kh0f7yv3YCb3nUb9SxH/8/f8YnxJt7syXUAFgk9lnR3"
    "bELrHjOaXwYQvQE1LORFdwUg2+ZioV+vdZ3sUzvczBv3ZkPLyWx+mOsGPwwu5oWLeRe9tW"
    "GExCQjJLAXX2OsEq8pQiDTVMuHusjZK/FZQACdtRBMaFkY20qEljBAqcgpVeIzBwCZVTIP"
    "yFG/hrsA0obRiY2CIPSUac8xwHo/1qONKyBdXt+dASaMZf3621jRrKkrvPmGVWI7lQeyO5"
    "I9o9DWBxRSbP898l0ksa2CxLotuOXHsmbqCp2mMfK0jtuMWqmHctsarilbRGX2kmvcjr+o"
    "jaC9qaEhtQjSMB4xSn32kTTlawuKMAi3LTXF8yEgFqb0hYsCaSVbSab9LEykTZSJt+Z6/h"
    "nf82MckQZFj9RwqHEISHTPj8N2hsPquZrOKBhPMkAu+XmnepTnDQUpz1uP1eNSKqn8HKKh"
    "wh9lzK5FbKU9ncpryO9QA/thxu50luHkd0zOjuPTFGdirH41cwEE1C/VRPxk7fAefQp9nw"
    "RMZiOWhVqNRBqLm7Qgf5KYyd65C5DqmJ0SSDtL7+L6upOTed3gZF63WXo0FEa2G3KM4sD2"
    "otWILuMs32LbQTLFkDxsVQj7TOwkegD8vOOvv5Ob1+DltTt5/OPZ8dKyqiHhoeBR5oNkoO"
    "oIkUeWtLYvTAc0WQVRtmRdyLdwdm9fv3vx8SdxwiWV9wlld0H8Rqvbnz6/elH1TRyb7RSU"
    "biYPSldgEO9wqsQ60pkDgE9RJRd0tZ+1m/HCdz6Te+zJDInseastgXyHGwGpaIcL7WPhJG"
    "SMjOij18Ye2djYPEbxZRxQ4hlbEsR9AGQbDcJ2gijuzN2AveDqiSHeEAbkwoDcfiSfz4Dc"
    "kOJArfe9gBjroFjepp+LF3TqQ7fSft2t/7qpAVtw7zc/FswdogIrvOEayRJKO4/zpktNw4"
    "28pOGmVtFALeKrzRFIARpu5KHulQBDfTapGPzVd7ibr7wAZZxGB+DE/Peql/rWainoh5+B"
    "ixpyX8xjjoWiGbAyP7UktG51Vmvi7Q6rZ/D3TDrM6Y4cqBGVaFDjd5/ff/7w+yfGC8Ytf8"
    "pi7zLyMjGyuB9qxY3qAm/1W98NXNV5uaozcIs04LdY+YCEDXwN9mSG0NCgvOrkGV01eEZX"
    "gpGmxNs6wb6PVVlBwuHa16yJr3qjDPtqC1CCQadfP+7Bpzpvy/IDovQeP8psyvRxqzXpFw"
    "Thdr5lWRyQfIDkw/JiL0Pm/+3IEUaucoRcAIUweWuYvMCaaB/L+95rQC28nAZ6R5k2cFSB"
    "x9O6K/dlFBDfg3jq3HlmHL5Ss7XLOPB0+nk6kGMeN8cMniRkh86I+Rn58B+xRR5w8Pgy6p"
    "eVOPIlmXWbNx8cpc20BRd8+oW5N7PO0mjmP/LfiLrnWARpaGIM7zXC8Xamx9sn7v689j5F"
    "iR5ZD3Au0Xq0xc6U42WJoy5l+hHmvx1vHY3mj+e+RKP5t8ZhR6K5L9GpxmFxHQP/5w65W8"
    "MmHhbV53/DO8E5Oq9zFGpqp1L7E5sr89T5w907HAY+oUqhkAJEQ1Nl+AvPLK65o7dXm3ZU"
    "BGk3qxFCTrpYhlAQDpZ5WnGMA8farWT1yMnTVosc5XIQZVqWVSG3jh9wQBWnGxUgGloZA0"
    "43KtxR5QtqJuUMH8U1ZHcc80I2MOZvn96/kxYFS8bF2I7FjP8zXIcu0bxoIDciozlVXs2K"
    "r8sTY6I3OPmQ/t/+H90WLwQ="
)

from tortoise import BaseDBAsyncClient

from models.catalog.search.search_index import REMEMBER, REMEMBER_WORD, index_rows

RUN_IN_TRANSACTION = True
TOUCHES = ("product",)

UPGRADE = {
    "sqlite": """
        DROP TRIGGER "product_search_insert";
DROP TRIGGER "product_search_delete";
DROP TRIGGER "product_search_update";
DROP TABLE "product_search";
CREATE VIRTUAL TABLE "product_search" USING fts5(
    sku, name, description, tokenize='ascii', prefix='1 2 3', detail='column'
);
CREATE TRIGGER "product_search_delete" AFTER DELETE ON "product" BEGIN
    DELETE FROM product_search WHERE rowid = old.id;
END;
CREATE TABLE "search_word" (
    "word" VARCHAR(64) NOT NULL PRIMARY KEY,
    "reversed" VARCHAR(64) NOT NULL
) WITHOUT ROWID;""",
    "postgres": """
        ALTER TABLE "product" DROP COLUMN "search";
CREATE TABLE "product_search" (
    "product_id" INT NOT NULL PRIMARY KEY REFERENCES "product" ("id") ON DELETE CASCADE,
    "terms" TSVECTOR NOT NULL
);
CREATE INDEX "product_search_terms" ON "product_search" USING gin ("terms");
CREATE TABLE "search_word" (
    "word" VARCHAR(64) COLLATE "C" NOT NULL PRIMARY KEY,
    "reversed" VARCHAR(64) COLLATE "C" NOT NULL
);""",
}
INDEX = 'CREATE INDEX "search_word_reversed" ON "search_word" ("reversed");'
DOWNGRADE = {
    "sqlite": """
        DROP TABLE "search_word";
DROP TRIGGER "product_search_delete";
DROP TABLE "product_search";
CREATE VIRTUAL TABLE "product_search" USING fts5(
    name, description, content='product', content_rowid='id',
    tokenize='unicode61 remove_diacritics 2', prefix='2 3'
);
CREATE TRIGGER "product_search_insert" AFTER INSERT ON "product" BEGIN
    INSERT INTO product_search (rowid, name, description) VALUES (new.id, new.name, new.description);
END;
CREATE TRIGGER "product_search_delete" AFTER DELETE ON "product" BEGIN
    INSERT INTO product_search (product_search, rowid, name, description) VALUES ('delete', old.id, old.name, old.description);
END;
CREATE TRIGGER "product_search_update" AFTER UPDATE OF "name", "description" ON "product" BEGIN
    INSERT INTO product_search (product_search, rowid, name, description) VALUES ('delete', old.id, old.name, old.description);
    INSERT INTO product_search (rowid, name, description) VALUES (new.id, new.name, new.description);
END;
INSERT INTO product_search (product_search) VALUES ('rebuild');""",
    "postgres": """
        DROP TABLE "search_word";
DROP TABLE "product_search";
ALTER TABLE "product" ADD COLUMN "search" tsvector GENERATED ALWAYS AS (
    setweight(to_tsvector('simple', regexp_replace(translate("name",
        'ÀÁÂÃÄÅÇÈÉÊËÌÍÎÏÑÒÓÔÕÖÙÚÛÜÝàáâãäåçèéêëìíîïñòóôõöùúûüýÿĀāĂăĄąĆćĈĉĊċČčĎďĒēĔĕĖėĘęĚěĜĝĞğĠġĢģĤĥĨĩĪīĬĭĮįİĴĵĶķĹĺĻļĽľŃńŅņŇňŌōŎŏŐőŔŕŖŗŘřŚśŜŝŞşŠšŢţŤťŨũŪūŬŭŮůŰűŲųŴŵŶŷŸŹźŻżŽž',
        'AAAAAACEEEEIIIINOOOOOUUUUYaaaaaaceeeeiiiinooooouuuuyyAaAaAaCcCcCcCcDdEeEeEeEeEeGgGgGgGgHhIiIiIiIiIJjKkLlLlLlNnNnNnOoOoOoRrRrRrSsSsSsSsTtTtUuUuUuUuUuUuWwYyYZzZzZz'), '[[:punct:]]+', ' ', 'g')), 'A') ||
    setweight(to_tsvector('simple', regexp_replace(translate("description",
        'ÀÁÂÃÄÅÇÈÉÊËÌÍÎÏÑÒÓÔÕÖÙÚÛÜÝàáâãäåçèéêëìíîïñòóôõöùúûüýÿĀāĂăĄąĆćĈĉĊċČčĎďĒēĔĕĖėĘęĚěĜĝĞğĠġĢģĤĥĨĩĪīĬĭĮįİĴĵĶķĹĺĻļĽľŃńŅņŇňŌōŎŏŐőŔŕŖŗŘřŚśŜŝŞşŠšŢţŤťŨũŪūŬŭŮůŰűŲųŴŵŶŷŸŹźŻżŽž',
        'AAAAAACEEEEIIIINOOOOOUUUUYaaaaaaceeeeiiiinooooouuuuyyAaAaAaCcCcCcCcDdEeEeEeEeEeGgGgGgGgHhIiIiIiIiIJjKkLlLlLlNnNnNnOoOoOoRrRrRrSsSsSsSsTtTtUuUuUuUuUuUuWwYyYZzZzZz'), '[[:punct:]]+', ' ', 'g')), 'B')) STORED;
CREATE INDEX "product_search" ON "product" USING gin ("search");""",
}


async def upgrade(db: BaseDBAsyncClient) -> str:
    """The tables, and in them every product there is, a thousand at a time."""
    dialect = db.capabilities.dialect
    await db.execute_script(UPGRADE[dialect])
    last = 0
    while products := await db.execute_query_dict(
        f"SELECT id, sku, name, description FROM product WHERE id > {last} ORDER BY id LIMIT 1000"
    ):
        last = products[-1]["id"]
        rows, words = index_rows(
            dialect, [(each["id"], each["sku"], each["name"], each["description"]) for each in products]
        )
        for sql, values in ((REMEMBER[dialect], rows), (REMEMBER_WORD, words)):
            if dialect == "postgres":
                for place in range(sql.count("?")):
                    sql = sql.replace("?", f"${place + 1}", 1)
            await db.execute_many(sql, values)
    return INDEX


async def downgrade(db: BaseDBAsyncClient) -> str:
    return DOWNGRADE[db.capabilities.dialect]


MODELS_STATE = (
    "eJztXW2Tmzi2/isuf9pb5ZtKv7jTe2vrVqUzPbs9m6Rnk8zd3UqlKAxyW2MMDILudOXmv6"
    "/ABgRIgAjCIJ9PMzHnuO1H8tE5z3nRt7llBuFTgB824YvXth0gQub/M/s2d80dov/De7yY"
    "zU3fLz6MXwzNlZPomIzgioSBaYX05bXpEERfshGxAuyH2HPpq27kOPGLnkUFsfuQvxS5+I"
    "8IGaH3gMINCuiDz1/oy9i10VdE0n/6W2ONkWMXPjS247+dvG6Ez37y2p0b/pwIxn9tZVie"
    "E+3cXNh/Djeem0ljN/lKD8hFgRmi+O3DIIo/fvzpDl80/Ub7T5qL7D8io2OjtRk5IfN1V0"
    "b+2tww3t9/Mj7efjKMuQRAlufG4NKPul+yh/gj/Pf52eWry+uLq8trKpJ8zOyVV9/3fzoH"
    "Zq+YwPP+0/x78twMzb1EgnEOqh+tHGwZPGzfbMyAD25BqYQx/fBljFNEfwzk+V/WkWvF+M"
    "12no0c8oLQD4jsF9mnIS9c9GRk//zfuao12ZlfDQe5D+EmXoirmgX4v9cf3vzt9Yc/nV/9"
    "V/wHPfqr2f+a3h+enCeP4jXK1yQiKOCuiHC3MxrNW77NcqQvTHnT54Am/5XY36l8P1u7im"
    "VuNIcAs7hbX75ss11fvhTv1/hZEV8Hu+hMBuBMARBuj/C5LMLnwyI8H8jeqsDXwuGzDLyp"
    "vIb79+y8Db5USohv8qyIb4Ae4g8lgXCuod0OVoKw75HQdCiAttRRV1LTcD+3ArsG6yrUlh"
    "e5YSBnL3IVHSFug7AY4MpWpvjIbeJUQTtTcdlm816KN+9lZfMePrBBNtj34w9SwfnG8xxk"
    "unyoeeol1FdUXxXs2SsKkK9B+ub+/m38zjtC/nCSF+4+lSD/7d3NLTXayUpQIRzuI7ZKLJ"
    "ICuMKO0x1+RhvQl0DfClCMiWGGHODxgzDALuqpirGHNeH7IPvP5+cXF6/OX15cXS8vX71a"
    "Xr/Mou3qo7qw++burzHehXWpLkDk250WoKgHCyC1ADGlut4y/F/8wsq0tk9mYBuVJ965J5"
    "KtPtqd78qvmK75kMAZf+/4A7N0c2Tj8DbxhUSEdC6xaOSkY1kDZcIqeenPc2/1O7LC/a6L"
    "Ydr/E9vzL8BZD8lZy9oOtTbjCMgObLPpL8qTJKRZlU7AH1Adma3ujZFO8JEJcTIFHcPH5W"
    "WbAHJ5KQ4h42cVhCUZp1xDQ4yv2gSSV+JA8qoSSJZOw7Yol9Q0hLr/mD33NOSB7jNJOyqY"
    "r9oYjSuxzbiqmIwVWnsBZzN/Ql8Fx1yuoQHzVAPnp9t/fSpE4CmMf3r3+l8Jwrvnw5O39+"
    "//moozsL95e39TttDrEHHOQDHamQKALQ12gEzCOw7FaOcaAHcHuOmXJrImu6ilAeyqLTZT"
    "k9bay8tVAGAuwCNii253JnbeYnc7F5BFucCiiStCsajhpLJQwjiY26aYDgq9LXKNjUk2Mn"
    "agqDVUEeOEvWOoSuyZA/KjwPeIXKI7V9EwojtrVRZTUxVTCZwTmy8DcKagIbxKaDZIqB6Z"
    "nEdffUwdWukFKOppZJ9PK5/61nvA7s/UaEUBEvb4FIUaPWUnFjfWrPxRvOUtkqqxO4hr58"
    "pdtzkWr8XH4vXhWBR70OxSt/TtWBWdrHdv3h3BrsXx7epMcqaiE6ADH4crx7O21K+I3JDn"
    "+dXBX1GFZdC0zAu8EsVeya8mIU9eYH9ABIUir6Qo1OiV+AdxI8jkgcOb1ukIHB5weKOwxr"
    "15eUB/AP0xrq19Wo7GB7o8NxF124VeBiPR6GLEi22scmFgPbRmPeinkLYbjBIYjakaDbSm"
    "pn/zKfYehWaDlWk2HHtpI8zEITSZlksHocmRQ5O1ucOO1MmXa6hK1h4PXxgqNVI7AaEfhH"
    "5j3dpD4+/aHcDPlYbb+i+1wp3a5Q6JFfJjJmec/ZgDIx+gR2/bAfyiHuA/0bjxIyJkjxM3"
    "ZEwfL5qiRcIIQpw4Lf8P4kRIYY3C2estjkngoUbP5Rxq4n1b1NKuk0rNkFGIGI/rvxFEba"
    "0s+owSQA/B+oTwH5Hr/BtJPFSu35w8a3Sa4wMHLp+YoqsBl09MKU9w7Ja5EQUvShrm9m3o"
    "jyjA9E3lfUGuOjBKXd2S8d8MMuWAJyvZlmVFKoo6tuOqQDzwHKn9nMoPuJ+tiITebu/yTb"
    "GnfEc/v2FtTPcBGek+5djwuineoreAUd4So7wxDQqpR/bIa7KrA7+gNyDiqR8zWcD3VDV1"
    "PdLkRctoqKI3HI1yptZZgVoSXfzAcfcraroAI+Kn3tD1efDEQ+mz54smnspiJYGqGnjXAl"
    "V1QlQVcSLO/Tni5UjltSOq+uqVmRIvMmFw2Y9VwVg8kLekpgEFVQOskqm8vkcwH3Xh+ciq"
    "aFOwCnELuM39zPkIPDuyxBM+Do8bnWafEVR7h1Pqnh+cMhKaYbQfYhVgCxkWipeTan1mHj"
    "G7FW56Aq/71L3ubSTldO/FNXQM+69tPW5AMypwlWTHIKpRiy8ENkcKbGwUmtjhzO+sAz1T"
    "AcDlI0nGW6yAXhf5lBQh9Omcsil58i0975KWTvj3N7o2i3xaOyJ5GDWcLcmz+FMsI/GxFU"
    "a82+ZqAptcRQOTPYA/Il+rAFUKNXYB2D6oUji9BRgf3Xq3M5NvX8e57mUWLYlXA2fiULIw"
    "LbethjxN11YG3KKSRv12/V3bZYaStewhlLBLOG2mI9WIfhAHh7hVQwYkwH/cGIzIIbhzH5"
    "Eb1tQt5gKNrgAuiB7FDRjNiaW1X+DF82ZcGYgZDTAB1aFgBAWPSAZPVgUALQPqeE8GCT1r"
    "a4SbeKqy58hgK9AeDublhGC2Ao+Q+I/K4cuqwf7lNKZRkDgMTUNX2kEJmgDlmgBt5Dso5N"
    "nfJsBZTUBdAnXg1Xs1GEDrnjat+yFxB82wZrYoK7Jovo2iKNxrLPeZImnnAxXz4OtLpda2"
    "GJnFOWIEBbQDx3rMWrUN9tjl1cim9EcAj4Wl0AzXPyLTDXHIuQNEiCqrApgKSnmkakwyBQ"
    "3TFf0X8Yx7qqWmnhuUpIxoASB2Oe3Y5WNMtb5F9oN4visrsmi8GyGhbp1cepjghf5rS7dN"
    "YxCTxjmtI5i634BmQcwglmeS5S6TdiGPEUKOczZpb5AmpkbCKU/lNfTJz9tVudQUuVSa0A"
    "z5BHdBBzJa5f1qGx2S3EUlALViV6dRhjEhszqZSowJYUpdby+QOasyBf0qMlWMg3c9OX4u"
    "ldcO3WWretdlTb3rklNLLMlKABsxbTbiDf3fuXCEZ9BiEpGVSkEfzLSOLBgiNKUhQsPf4l"
    "imFDTY8iO4e3RcqCoezwRlb71uWsjdQe5uXD2ip+cs34VoN69xmJPnrZxmA6eiPWfs9m/e"
    "VG0ILjW41DyQT8elZn4nLXc7+8vS6BQ9hULP6RkTqPNU2kLi4tDoPJSQp60TzFCUqP8CjM"
    "mx3iBr60XhT4G5FtPRBaFmF/sgbtiZ/FEY6hF4GVp71tk6bxHngBQ712U9DUuFzlplCM9q"
    "MoRnnAyhS55QIDU5mVEZMAv77buqwKQGVCWzk8dNO8HxqPp4vLPRzvdC5FrPf0fiyUVFqc"
    "YDEufyqQ3sm4kilucnxRfx+wMBdcxjMluKtudjpqDjwdiqiPaspor2rFpGK+l/6Ot2nC+X"
    "rcq+ljVlX8syumv691FAQ25XathhSU1DtPvP2kL/wmAXBAgBFd4PMGm3rTc8V57NMbbiCC"
    "SV1+L3P3T4AezckenRcTfNQ9nBQm34dx8frnNB1Ld/uGgK9pIDmqiI8XzHtOiPfJXY1wKp"
    "Vm0NZkoS44qE4qWh6StoZ2IHxh5BfcKp1yccv+R3HKdtf+UJrKlqvclZJS38x1L82IYKuR"
    "IzIVcVIgQyMkKwL1plZC5qMjIX1YzM/sCUADpT0BBhJT2HpmUhQoxuTQNc5V56B0YFvILL"
    "nSdxq+KA2dxWyVyJYWyW6VrIMWiYTnhNGjWWuqyo33buf8wGNMP06syRaBV6oel0Kd+r6g"
    "I71ZmdIhvs+/RjdVqIii4sROeF6PxzgN9Cb4WsURDEBRVShymjo6HbctEm4BGHOxWnMLUY"
    "O0ShkqKrOKoa4t2/45LhZtp2QEMZmcQbT1cL0IdOwq2w43RcA46qBsNwhl4AmDuUVxW3LC"
    "uurSuumJkAPWL01CEarSjqGI0quNv0gBvBNJiXcxjLmholG6Dz6bQWAGrrj7wANrKw3WEB"
    "inpggaZc3HIbX6Q8r6tw2UssWpW5GCgTVjgLnyD6PD7/fqivAabd92tX4GKvQTn49DfQHl"
    "NWBTDlsbjPcn06qbwWrEox6rlsE/RcimOeyyqVBSlltSllG4WSxSi5hnZMiZoJzTBfXGmt"
    "z+/eiusl1HlquQ7EIV3jwLWkI7H+IS9inJD3dwkBjHE/vSj6LXbRvC6ITgQW7WJoJ5U9zl"
    "3Y0P0xZPcHxMYKmg1gFqIKWMk2kgrf9uIaxm7911sn/5XANpXXEFwl+VYY49m/OYAxniMK"
    "4WKf0ehchcrThsWYakTyq/m8q0nqpY8XTdGIzwiqDEWiwPfIDybzIA6BOGQkGLOd/fudLe"
    "HYMSoa+nb9Jz1o1PaID2M4WmPM6GgIcv9V6PL1/lDmLwVw0qAslXlOFfRLLKkI/9JfvOxY"
    "hLLeUINWhjPIKqZxmjsvcsMucUhZUyevYujW0NCUa5rIFMBit7DYAVqjgJ82reuWYJS0s9"
    "xqbAnZIpmYJJMfznS8nEg0AvVBquuDoKMEOkpObwFGxHx+PLQ8v9uHnwICtCS1aOJBOc3r"
    "x7nPCIhPFZcYebaUE5fKaxcL9u8kQ1Y7A/e6DbjXYnCveZzGDkuSy7mKdg6dkujDiumIAC"
    "OpmQ8FJQ1wHnraQ+eSAqgm6K0gPEDIWFNr0WUZOMoa1YkPvBK+R3AoN7qQVQEWpAwoJgb1"
    "2/Ejb+yG5znIdAXuNKtXgnVFFVXhmvqDwxr2m/v7twXDfnNXtty/vbu5pQdqYuWpEA4FOx"
    "hIESBFTm8BRkSKJP0n773k9yluUHl/mJnVpkElna8FLIg2LMhIy7+mBzGTuoooJnLtwpmG"
    "hgyIko7hkEbhMrF5Kq8FvkMH5uDJnbYj8QGtI1eYVTk8bXQhglwO3IdpnW1wh5nC47H3O8"
    "zApVPRWAx1pFBHqrvPUSx0lJ8J/UPDoMeV/IKpUhpEiVALDbXQOlQjQPwNmZSTW4ARESBx"
    "4WhdZ332fNGmpFRNb31bGmQU0aHWnAhd+gDLdSYzKtodif1fdh3/arbxB5BAmNXRDmI1UT"
    "iEJ4rDE/DrTtutuI3vhH+HCDGTb891LQoyje5Fcsu8sWPEVfoYn/N4OR0nCpkXyLycbubl"
    "8MOTXJSilnYpAiWDPagrJ4VxKq+ha6Lgxo5o9Tuywj1KEiCX9TQEW8FNvwfQ5GxGUUtDoP"
    "sftXsM4qO5lWV6LgnL/1vYxwc2qz3/zyhpuHHVJLL2P/cOFkJTlC9aORUXNU7FRdWpgKLS"
    "AYtKN+GOM5NGDHYqD2B3ABsS4SxbumxDli7FXOmyQpWGIdr5vGIlcaUSowLNmmXPYmc+r5"
    "BhR76DLe7OFeLK0QR4K0PjTRIaKAh4/L7YAhe1NEiiQB/FCfD9UMcxogUgNO6TRp9RgnkS"
    "E011/ROtNp63fb33euaCZFdJatGU7nrayxsmozCa3iK4Zr5fKyJOhdnIwY8oeJYj90pa0P"
    "ZSNddutFvxCpmEmOYKOh2ScEXstCxF893zYl9DdPX8lF2N/iZJR/S7089g7GQwLWnptJ37"
    "swwueeJZWnE0nmtAJC4diQu4DzEfqhPtoSiTMr5o46eDhzevDzcysUXbeMNmNUYTcJxKtK"
    "GspC5dXrlSjKKWduVb/ZfvI9f2PfrH5MK1khaEa1UnQrZeS+M6rf6L4sZZPjRpp3fl2Zxp"
    "GmKXN5XXYr9CCcAxSwB6v48USgBU5Kil+ZuSFlhdAbDyfENJTYM4eGgLfDz2TPMdDXUVUF"
    "dxegswPr7t9hCiz+v5tkxs0ZZvQ6wG8G3TstPQwjqlFtYokLop9iCuYYh4/rJt32pt42qV"
    "/Xzkj7UUe965hhYwD+12p5dWtN3SqbwGEc4AQywJol60XGNapqHFdh5gEo8foEfsRcSQB5"
    "ujqt2+VoL5FOjSeX4x2RQp02xvRm7Iu5++/srHsq5GxMjQlz6a2IlvuSaYO8q19srHsiqs"
    "wo+sQhTwbpytRT9VgQRCdToBCTvZlpKiNsgOvKFtTGIwbEN+kjxHVTuvRclYJGDCgQk/vQ"
    "UYERP+i7eaC9jv+NGiifH+/SDUK8n9ORt/ZiM78lFyG82XEvVdGua4mH2uzPNihk4lz9N3"
    "lR7+CK1x/dofoNinRLHD7EKFxcX0S0ZSvE2moCG8/U8r9APsBTjklG3WUDW5ik6OTX9ddf"
    "mhLLFvi1oabt6zVsbhrMY6nFXNw/RGmw4WjvZtKuoGm9aO+6gbbQqEYutQ1DefHc/kgC/O"
    "NDMqA27wb99VbXGosdeqxj6IXGliJdfRyfcY2JQw83Xkehu04s97nG741ejQL1JW02lD91"
    "gLbpKNVBaN0YCtWo1N1igI6MeXALSgA5BWEr38G1PFWV7BZakA5dx7cuXu2csUOvlbYwsr"
    "1FdBOcgkqEsOvaQIUVz3KC5AglEJtfVRrBqg3xX9OAmH9ljKmJmSmnZkkYKZIPF8JWlWrq"
    "ilHcxKTPoeM+aKwNZtCGVFDfAemiA6VOzJ7HFGRQPAyxR/K4a/huCHAqiRnZgkNIMuC1DU"
    "A4+lcxkxdjHZdFiAkiKswHQr0G7jhsG5uAxt/3zRohbNQJmo2ouE47+FoZjs+Ds51hEVk+"
    "WL1H4Fch04VLuHoZJx0fAR0YSzihNJbk0oBzMBhntCaD55wVaO5c419IsYVVAicC3DwOdZ"
    "PEuORhq8OWi1SQVWDQKUzuhDUufIKwBsN7DdJ8B2J2kwGdAzBQC7Fdgjop3+kbTRCDinf6"
    "Q9NvWEU9aKc5wZf8l/JexxKq/dlQ999QKImSRMDN+MCOKRSZ5H/QxXwOexeiXcV1RRlZXI"
    "XhnWUNzc378tGIqbu7Il+O3dzS09FZO1oEI4FLgce9iMlVSPUUFJA5tc2ubLyzb7fHkp3u"
    "jxMy7OsiFlQQ0c64nmXv65J15E428zWqZh6m0uB+fgMc/BHiMS8VG48YhUbVkqryO3r2R4"
    "otToZl+/XFVvRHTinnMou4been0m1w4xwMlzrSgIkGvJtNiXtGD38sbBRa4b/732qDIa0H"
    "rBu1kZWl2VJaWPWEY3OqiPlqIyCELyHcdlTViEzosQEGKsnkOe01Hb882qaWO6B8b+EQUE"
    "y43tZFS0I4v6uVB0RFzFT8h3vOddTaUoI7Fo4izsouxReIsx7NgRsRd9XYErpi6gbua06M"
    "2fD61IAnvxc96pVG8smJam8dzmJTYSml7s3lfzldg+wKBLhR2zUBOumDd2uMUrNclSR5/i"
    "lQGYzicvsKXI5ExBwx2s5GquEO+kBiFl8jp5aP01NeAgvgBbuqsy19IJ1mOwcZ2IOIB+4j"
    "EHfqChwjsz2M5FYUcusWiMPBJZY5cKN0Uf8795T/RRMKMRxmyvTGYb8xHNAmTaL+aldWsh"
    "DnUZU6hPTEyHbKsrowT2Zqr25hdvdWOG1kZkbbLnjbYm7nxeZaKj4TlOpVcebi0/oStVzO"
    "RbyixIrqFhOKmkHgHKPdTBa208gqT2b66hHd2khAyh3zLglNSJe9EyBQ3wHbrxzySGt5bM"
    "DaYqUK/RjSJ58BCF0DXMdcibFlGHfUUVGlC6rkJoblF8dzAx17yrtOt628qq0N4m0d4mf8"
    "fwMa4WnnY+gbrMntQcmkxBQ4SVNA+GXmhyZnKIMzapvE58U39XgZiuGWC5u0AYFW0ckd4A"
    "9VFg7LAb8SJBcUdVQQlALYPqenKBdSqvQVgywJkF86BhHvEJrsAIEyp3IdrNG5IqicyidW"
    "LFwKl8r9mVz/PDuyeb8jDA9ksp51IUythOmF58ZMsjztuw69XSd2FVdDoDenNeYCL08a5Z"
    "gHyMwptmEYk/rwS+uYZ2jvlFK8f8osYxv6g65nHeuYv1KOqBV9jZL4ebiNTeRDRgc9zJbu"
    "hxhTn7QtS5OMY5CCzaBDjrXLaxSPXeRbM9xTbzgtnGi4KZt5559NW4oyr+f/qOL2Zvk81O"
    "ZmaAZpYXuXQ/zbA7W0XWFoVkMSPeLNyYYfIGZGaZ9BGambZNxSK/Wus62F/lhmjEN5Pkzf"
    "5nk3SOlUM0iMNGGYelK9facz3Ia+i4tjl0xGfOMY+c0eF6FCcKGlxVXgnrJuPjZPgaVgUy"
    "TZV8qGPinRSejAbAWaFgIstCyJYCtKADkPKCUik8cwUAs3JvlIlD6St2GCVtEB16aFnkSs"
    "Oe6wDq3VCPNy4HdHF9d6YwIJf17bsqNmvoCm+6YaXQTuUB7Old7fJrcjfB3+PYRcBtMRKL"
    "JnLrcNNBGgodpzHyuIHbiFqp+wrbxHTPNCqzp1zjNqWrXaZdn320y11Gh/UppnjeIRuboi"
    "Nw/7Dx9NtlYnC1yzHPves2dvhabIavG889+ufDwzjcsqVwzeBZQLjlSuX2r3Se9cQsRd2P"
    "PvZ0WV+Zontz9/71h3/zneVU3vdI+BAkbzS/+fen29flUBDb4UaCRMrkdTLNvdFIG5QasZ"
    "Zw5gqAJ4+Fh46Ek/YiXqMAi8cLHZ42+hFmLgeThaZlCsQuwxgG2B/bJJSCuGWrIG5ZE8Qt"
    "K1US9IclgfBBXEN0z1qREWc1ZMQZ9wIzvtv7y8f797JOr42tcPb/MweTKR5vNeDGYNTTxG"
    "VGuOT3xm9wdJr4+38ApGhg1g=="
)

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True

UPGRADE = {
    "sqlite": """
        CREATE TABLE "checkout_draft" (
    "cart_id" INT NOT NULL PRIMARY KEY REFERENCES "cart" ("id") ON DELETE CASCADE,
    "checkout_key" VARCHAR(100) NOT NULL,
    "answers" TEXT NOT NULL DEFAULT '{}',
    "updated_at" BIGINT NOT NULL
);
CREATE TABLE "shipping_method" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "code" VARCHAR(20) NOT NULL UNIQUE,
    "name" VARCHAR(80) NOT NULL,
    "promise" VARCHAR(120) NOT NULL DEFAULT '',
    "countries" TEXT NOT NULL DEFAULT '',
    "price_cents" BIGINT NOT NULL,
    "free_from_cents" BIGINT,
    "position" INT NOT NULL DEFAULT 0,
    "is_active" INT NOT NULL DEFAULT 1,
    "created_at" BIGINT NOT NULL,
    "updated_at" BIGINT NOT NULL,
    CONSTRAINT "shipping_method_check_1" CHECK ("price_cents" BETWEEN 0 AND 99999999),
    CONSTRAINT "shipping_method_check_2" CHECK ("free_from_cents" BETWEEN 1 AND 99999999)
);
INSERT INTO "shipping_method" ("code", "name", "promise", "price_cents", "position", "created_at", "updated_at")
VALUES ('standard', 'Standard', '3 to 5 days', 0, 0, 0, 0), ('express', 'Express', 'the next working day', 1200, 1, 0, 0);
ALTER TABLE "product" ADD "details" TEXT NOT NULL DEFAULT '';
CREATE INDEX "product_shelf" ON "product" ("category_id", "created_at", "id") WHERE "status" = 'active';
ALTER TABLE "orders" ADD "billing_address" TEXT NOT NULL DEFAULT '';""",
    "postgres": """
        CREATE TABLE "checkout_draft" (
    "cart_id" INT NOT NULL PRIMARY KEY REFERENCES "cart" ("id") ON DELETE CASCADE,
    "checkout_key" VARCHAR(100) NOT NULL,
    "answers" TEXT NOT NULL DEFAULT '{}',
    "updated_at" BIGINT NOT NULL
);
CREATE TABLE "shipping_method" (
    "id" SERIAL NOT NULL PRIMARY KEY,
    "code" VARCHAR(20) NOT NULL UNIQUE,
    "name" VARCHAR(80) NOT NULL,
    "promise" VARCHAR(120) NOT NULL DEFAULT '',
    "countries" TEXT NOT NULL DEFAULT '',
    "price_cents" BIGINT NOT NULL,
    "free_from_cents" BIGINT,
    "position" INT NOT NULL DEFAULT 0,
    "is_active" BOOL NOT NULL DEFAULT TRUE,
    "created_at" BIGINT NOT NULL,
    "updated_at" BIGINT NOT NULL,
    CONSTRAINT "shipping_method_check_1" CHECK ("price_cents" BETWEEN 0 AND 99999999),
    CONSTRAINT "shipping_method_check_2" CHECK ("free_from_cents" BETWEEN 1 AND 99999999)
);
INSERT INTO "shipping_method" ("code", "name", "promise", "price_cents", "position", "created_at", "updated_at")
VALUES ('standard', 'Standard', '3 to 5 days', 0, 0, 0, 0), ('express', 'Express', 'the next working day', 1200, 1, 0, 0);
ALTER TABLE "product" ADD "details" TEXT NOT NULL DEFAULT '';
CREATE INDEX "product_shelf" ON "product" ("category_id", "created_at", "id") WHERE "status" = 'active';
ALTER TABLE "orders" ADD "billing_address" TEXT NOT NULL DEFAULT '';""",
}
DOWNGRADE = {
    "sqlite": """
        DROP INDEX "product_shelf";
ALTER TABLE "product" DROP COLUMN "details";
ALTER TABLE "orders" DROP COLUMN "billing_address";
DROP TABLE IF EXISTS "shipping_method";
DROP TABLE IF EXISTS "checkout_draft";""",
    "postgres": """
        DROP INDEX "product_shelf";
ALTER TABLE "product" DROP COLUMN "details";
ALTER TABLE "orders" DROP COLUMN "billing_address";
DROP TABLE IF EXISTS "shipping_method";
DROP TABLE IF EXISTS "checkout_draft";""",
}


async def upgrade(db: BaseDBAsyncClient) -> str:
    return UPGRADE[db.capabilities.dialect]


async def downgrade(db: BaseDBAsyncClient) -> str:
    return DOWNGRADE[db.capabilities.dialect]


MODELS_STATE = (
    "eJztXW9v2zYa/yqFX+0A35A4cZo7HA5outyuu7bZ2uw2oBgEWaJjNbKkiVTSoNfvfpRk/S"
    "dlURFpiX5edZOeXyz/SD96/vPrzDJD8hg6dxvy/SvbDhHGs7+/+DrzzC2i/8G6PX8xM4Og"
    "ejO+SMyVm2DMkuAKk9C0CL28Nl2M6CUbYSt0AuL4Hr3qRa4bX/QtKuh4d8WlyHP+jJBB/D"
    "tENiikNz79QS87no2+IJz9b3BvrB3k2pWHduz4s5PrBnkKkmtvPPKvRDD+tJVh+W609Qrh"
    "4IlsfC+XdrzkK90hD4UmQfGfJ2EUP378dLsvmn2j9EkLkfQRSxgbrc3IJaWvuzKKazPDeH"
    "9za3y8vjWMmQBBlu/F5NJHTZfsLn6Evy5Oz1+eX55dnF9SkeQx8ysvv6UfXRCTAhN63t/O"
    "viX3TWKmEgnHBalBtHIdy2Bx+3pjhmxyK6Aax/Th6xxnjD6P5Nk/1pFnxfy92Po2cvH3+W"
    "N876FHI/+/f85krcXW/GK4yLsjm3gBLlqI/++rD6///erDd4uLv8Qf6NNfS/orer+7s0hu"
    "xWtTrEWEUchcCe4uLyH2b/Uuy5BdmPJmLwhN/hXY15n8MFu6yWWhLFWQWd2tJyddtuvJCX"
    "+/xveq/LqOh05FCM4BwHB3hheiDC/UMjxTpG9l8Gs55EmE3kxew/17uujCL5Xi8pvcq/Ib"
    "orv4oQQYLhDa7WApDAc+JqZLCbSFXnU1mIb7uRPZLVw3qbb8yCOhmL4oIDpS3IVhPsGNrU"
    "z5EdvEGUA7VXHeZfOe8zfveWPz7h7YwBsnCOIHafB85fsuMj021Sx4jfUVxcuiPb8igfkW"
    "pq9ubt7Gf3mL8Z9ucuHNbY3yX99dXVOlnawEFXJI6rE1fJGMwJXjuv3pL6GBfQH2rRDFnB"
    "gmYRDv3HEd7CpOlo+tVoWnTvbfFouzs5eLk7OLy+X5y5fLy5Pc227eanO7r978GPNdWZfm"
    "AkSB3WsBqjhYAKEFiEOp6/tS3C++sDKt+0cztI3GHX/h82Sbt7aLbf2K6Zl3CZ3x944fuB"
    "xmjmyHXCe2EC8QXUjM98aiY1kD5cIQj1a8eaXFo0X1g1y9cABmFetl+qvxBYPOZUgv4nes"
    "jkwfDxZ1TvgRcWNygI4u4vK8i5O4POe7ifG9BsOCUaUCoSHHF12cxQu+s3jRcBb91WdkkZ"
    "QkAZZrMA2pHt4v33EmloCtgDSk+aKL0rjg64yLhspYobUfMjbzLfrCec0VCA2iSy103l7/"
    "flvxsjMav3v36veE4e3T7s7bm/c/ZuIl2l+/vbmqa+g1QYx3IJ/tHABkC5MdIhOzXod8tg"
    "sE0N2DbvqlsajKrqI0oF22xi7Vm3W28goIEMwkeEQRoQ9oTRdrc+vfI2/GiQlVZOb7okJh"
    "Km2QXBziQsrsN8lxoWRNjY2JNyIKoYpSVak4YTN5bW4dVyjDXSBkqdzD8QslniPVE5DYG0"
    "0AGX0JHPrWFV6AKk6jra06sYr7ZFXx87b+OCP4ipkP0QM1L8TJr+KA/4lmtD9STzPliem6"
    "ZLfn+7wWXBIEf2Vadgj4Kwf2V8CeHtieTuihSs9jvNT4+7aK0i72Jqf1BDyXw9pvGFFdK8"
    "p+CQTUg9M4If5HZDr/ihMLlWk3J/f2Gs3xCwdGEUzR1IBRBFOIU6Ot6bgi65ADtHNapFQw"
    "jn8ywZRN68DE+NGnbypR/7sB1LC2Tgrjoe8K7edMXuF+tiJM/G1qXCjo9e7U6t3S6d2geE"
    "uf37A2pneHjGyfMqznti5C3p+AVkKBVkKHuh/03f/A2O+t5FdwChnP3pyTJTwNij5Qg59Z"
    "9M+1uxs4dQ776ahNcIhBjSYQAm2xxx0JeU3X587nN8Xm9+f7IiJWWRKCIop3LQRFjiAogt"
    "2IMbeDvwyZvHYhkcsuzs0l37m5bDg344+HTJjc8mM1OOY3CdVgGoSeVHcKBT522Kxz34tl"
    "iDqz7mTUb0fwV8BcTs3hn0PfjhK7lmktZ7f3GstBSVCmrfwpN8t3xhgmJonSBrXQsZBhoX"
    "g5KepT6VZpt/4B1jZY2yySj8Davo+EjO1UXEODcPiqycM6MqMiV0o2DLwZufyCQ3Mgh8ZG"
    "xHRcRk9+G+k5BAgX9yBLVmKD9DaPpwYEl6d3iqZmwXe0uGsonfgfzJsvPJ7OhkjhPqnTJU"
    "XWfoplI4FjkYg1+arFoSkgGqhsBfaIeG0CVCW06AWI8kFVwvEtwPjCrG+2ZvLt22Ktqcy8"
    "Y8DVcHJxKFGYltnWEjTN1laE3CpIo06uwd6CgUkEa9cJlKwLGG2mK9TivBMHg7hTAwYkvp"
    "+vDEZkELzxHpBHWuoUC4G9poBTET2IGTCaN5bWdoEfTzLxRCguIUAFNMdNYRQ+IBE+yxAg"
    "tE6o6z8amPjWvUE28dxY3xXhloNWR/NyQjRboY8x89S7Vn7LMNi/jEY0ShIjQrOnC20Hgq"
    "Y/saY/GwUuIiz9u4/wMhJYF2Ad4uqDKgwI6x53WPdDYg6apGVqZVlkvn/eflV4UF/uE2XS"
    "Lkb1Fc7XH40a26pnFueIERTOKvb1SmvV1dkrL69GOmW4APBYohSa8fpnZHrEIYxTDrisli"
    "HAKaeUR6jGJAdomK4Yvohn3PMSNbXcoCRlRAsAvstx+y4f41DrW2Tf8SeHlkXme6fuJ6Fb"
    "t5BW47zQ/7un22avE5P5OZ09mLbfgGZOjBLNM8lyl0mbkIdwIcd5jspglCaqRsAoz+Q1tM"
    "kX3apcWopcGk1ohniCu4KBjFZ9v9pGjyR3FQSkNvTqNMowJqRWJ1OJMSFOqentMw6Mb6nH"
    "zAD6VWRKGTjui8XnMnnt2F12qnddttS7Lhm1xIJRCYhGTDsa8Zr+54w7sjPsMIHIyqSgD2"
    "ZarywYHjSF4UHqzwWshxI02OojOM1yXKxKHssE5W6DblrI2UHObly9ocdnJL8haDtrMZST"
    "+52MZcPJRAfO1KV/fF+VIZjSYEqzSNbflC79Pjru8vIvSqO35zEUdk5PiUBdp9SWEc8hRu"
    "8hhCy0TjRDEaL+CzAmg3qDrHs/Ij+E5poffq4I7Tetd+KGncsfJCI9AitDa4s6X+d7xHhB"
    "8o3qOk7D0qDTThnB05aM4CkjI+jhx90R9VWq+ZOSSxCFWdev32Q5Ji2kSpmVPO5wE7weZb"
    "8e39hoG/gEedbTfxB/UlFVau8L0inkMx04dAQKW36QFFvEfx8CT4d8TeZL0fX9mAN0fDF2"
    "Kpo9bamaPW2WzQraH/qaHYvlslOZ17KlzGtZZ3dNPx+F1OX2hIYb1mAasj18thb6FZQdCM"
    "AllHsewKTNtsH4XPk2Q9nyPZBMXovfv2r3A6JzBw6PjrtJHsoN5nLdv5v45TrjeH3pzfk+"
    "Zy95QWMZPl7gmhb9ka8S/VoJqjVbgUuliHElQvVw0OwK2pqOC2OOoC7hWOsSDl/iO4637H"
    "BlCWUV1Xlzl0Fa2I01v7FLCOSCHwG5aARAIBPDJfusUybmrCUTc9bMxKQvSgGic4CGDEvp"
    "LTQtC2Fs9GsSYIIH6RUYFfESDnGexOmJCrO4nZK4AkPXLNOzkGtQ9xyzmjJaNHUdqN92Hn"
    "6cBjS/DGrM4WhFfGK6fcr2mliISvWOSuGNEwT0sXotRAMLC9F7IXr/HOC3MFgBaxSGcSGF"
    "0Mu0hNHQbDnr4vDw3Z2GUZhpjC2iVAmFqRhQDfke3nDJeTNtO6SujEjCjYXVgnTVybeV47"
    "o914AB1WDojeoFgPlCRTVxx3Li1nrihpoJ0YODHnt4ow2gjt6ohDNMd7xhhzrzYgZjHalR"
    "sgE6no5rAaCm/sALYCPLsXssQBUHGmjKRS3X8YHJs7bKllRi3qm8xUC5sMSZ9xjR+/H771"
    "n9DDDVfli9Agd4KY3BZ7+B7pyWIcApK4r7JNafk8lrEVWpej3nXZyec77Pc94MZUFKWW5K"
    "2UZEsBilQGgXKZEziRnmiEut9fnsr5hWQpulVmDAD+nrB64FDYn1s6yIcVI+3GEDMK79+L"
    "zot46HZm1OdCIw7+ZDu5nsYc68hq4PlV0f4BtLaDaAGYgyaMX3kZD7lopr6LsNX2+d/CvA"
    "bSavIblS8q0wvnN4dQDjO0fkwsU2o9G7CpWFhsWYqkfys/m0bUnqZbfn+7yRoCQo0xWJws"
    "DHz0zmgR8CfshIOC539Kc7W8CwK0E0tO2GT3pQr+3B2Y3f6MxxCaMhycNXoYvX+0OZvxDB"
    "SYOyUOY5A+iXWJLh/mW/eNGxCHWcqgEr6hSyjCmc5taPPNLHD6kjdbIqVLeGElOsaSIHgM"
    "buoLFDtEYhO23a1i1RAmmnueXoEnyPRHySXF6d6jiZiDcC9UGy64OgowQ6So5vAUYU+fy4"
    "a3l+l7qfnABoTWq+Lw7KaF4/zDlGEPiUcXiRbwsZcZm8dr7g8EYyZLVzci+7kHvJJ/eSFd"
    "PYOoLB5QKinUEnxfuw4nBE6CChmQ8VkAY8q5720LukAKoJBisIDxEy1lRb9FkGBlijOnHF"
    "KxH42CFiowvLEIiC1Al1sEHtdueBNXbD911kehxzuoyr0bqiQFm8ZvagWsV+dXPztqLYr9"
    "7UNfev766u6Qs10fJUyCGcHQxBEQiKHN8CjCgoch2PHH+HMDaTb88MiVRk5vsCIskQc2Nb"
    "EpcZDvlUpKaybhWIjqiKjsChJL3DKYMfSrL7wQkuRhWlYdRKQr3IPf1mIhxn8hoGriQMgo"
    "hWn5FFUpYESK7jNCRbwgDZHWliOqOK0pDoYzmxdXqmSLnExnICB4kdNlwBabhxpczd2P3c"
    "e2gITVmWclYUQV8YFPPzCJm8FvyqTiJsyJZR6sQnO5MHsnuQDbWm5UTksksecslPQy4bNZ"
    "CEoG3ASsO0DJUpIJADqFsWW/NphQw7ClzHYu5cLq8MJNDb6EU2MTFQGLJmpfE1cBUFeXM4"
    "I/7ZOxoSLce1AJj6fcLsl0BQpjDRFNdvaLXx/fsfkOs8oPBpxsly1cXm+xJdjymArlIJAa"
    "W/iveytORWtrxiwdEqSruEyvCHkiPPDnz6YWLR0RoKBrLBvHKlaapxBvQPYUsMtl9Xvs1o"
    "v285PW8nr8V+haDcIYNygw+egaCcjKgR75AI/uS6Kgq0LodY08OPrClJe+JxBQwCcsIa2I"
    "4oNfQZja3Ijq6hYEdDSfkowj0Q6YR4Wy2Qdr1z0Wft8bZcbN413obKCIi3TUtPQzH5FIrJ"
    "o1BoFNBOXEPXcNHtTPVF25nqC8aZ6slJqEKN4wVCC5pVm9ueLxbvyOQ18GwUzLbCiFrPYi"
    "WiOUKL7axg3EQQogfHj7AhTjYDqt2+lsL5FMKks6LzfIqhUnDXwV0/vgUYkbv+k7+acVz0"
    "+NZ8n1v+eSc08CEgWdekjewoQMmM7foZILXe7/mLT402wFKvmlhveNvO18yjV6JvwO+fgt"
    "8Prc0SK53ol4yEjMkcoCG9wzczB6Hjh2Kn+JUhOhkwA04Fz1++Avu2itJw8552Ug6nLdrh"
    "tKkepjf5QNmhLyrnHrR2A7RNPphy8l313ELzyfVNBvn88HcJonCDf/0ma4tDwZ9WBX9h5A"
    "kHUAqMTraHYlWyK5sUMPpKCKizbDY/fzF6FK/WYTpt6AEL00y8YU0Lb4lx5wjYqk3fZI3C"
    "kD6+AKEVDFDamOzNPrOMP8ybc1wZUDnzHz2xc2dzQC97a2xuhfzUrItMjIzII6xTy1qPs6"
    "8CwYvr78WFiNO32XoQQxkG7PdlP062oZRLETVTg2kXLJLQoBxPnRGOylVR2tEsRaWnnJUm"
    "h3eujawDNeAbBgQdmULHxAz7LEAVBy/UvvyvHc+h3rb4AtSAsALTLYS6jovsZ/xqqPT+vE"
    "NJlIFyUbnHX8SfldrSUOM02hqnYpG6r0CBgZdqfy9J0GxXb7BPOOk1kdzLhFIEEwjATojN"
    "Rz+8FwvCFggNPEgFHruoqQxO4jPfZxD1PvQKQDgQwoFHEA5M8gQipOcAILsT2SMKfPyS9B"
    "lwoh6/ZE0I7SGPvFfhMBNZkn8F9HEmr92A3qGKpfmxDAcbgRlhxApn7Dkju8ApPCM7vzLZ"
    "Q7JT2oyVUBNGBaSBTlZw0tmOMlGnpgIDw3qi0f/fUtefN6wsDwzsmVFWyMF78JDvwQE9Ev"
    "6rcONjoeKbTF7H6LKUkTdCg/YC/bIlg4VCE/OcUSm9p/lYn3ljCs4Fp59oRWGIPEukB7mG"
    "gt3LOuw38rz487qzWkJAbTqj0gh6AeWlRQ9YyDU6qg+TJEnG/iMk3pJZR8Ii9F6EEGNj9U"
    "RYRkdrU2wZpo3qVsz9Awpx/KACKr4E0S5YNMzxTyOKVbxCoWNtZpxYxe7ufF+swizkYIr6"
    "tExjfkhiKj99da7essuR61SqJVLcPHSd/rAEGN6Ja8juaSdH+rTFkT5lOtKE2db208eb91"
    "wvmrBb2mzHIi/+98J18BRttxZyYzLaM9H1pHNMjo/JXZj8leQPHDwT/e3/Aejs2g=="
)

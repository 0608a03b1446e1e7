from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True

UPGRADE = {
    "sqlite": """
        CREATE TABLE IF NOT EXISTS "backup_run" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "name" VARCHAR(200) NOT NULL,
    "state" VARCHAR(10) NOT NULL,
    "detail" TEXT NOT NULL,
    "size" BIGINT NOT NULL,
    "orders" INT NOT NULL,
    "began_at" BIGINT NOT NULL,
    "ended_at" BIGINT NOT NULL
);
CREATE INDEX IF NOT EXISTS "idx_backup_run_state_8883f5" ON "backup_run" ("state", "id");""",
    "postgres": """
        CREATE TABLE IF NOT EXISTS "backup_run" (
    "id" SERIAL NOT NULL PRIMARY KEY,
    "name" VARCHAR(200) NOT NULL,
    "state" VARCHAR(10) NOT NULL,
    "detail" TEXT NOT NULL,
    "size" BIGINT NOT NULL,
    "orders" INT NOT NULL,
    "began_at" BIGINT NOT NULL,
    "ended_at" BIGINT NOT NULL
);
CREATE INDEX IF NOT EXISTS "idx_backup_run_state_8883f5" ON "backup_run" ("state", "id");""",
}
DOWNGRADE = {
    "sqlite": """
        DROP TABLE IF EXISTS "backup_run";""",
    "postgres": """
        DROP TABLE IF EXISTS "backup_run";""",
}


async def upgrade(db: BaseDBAsyncClient) -> str:
    return UPGRADE[db.capabilities.dialect]


async def downgrade(db: BaseDBAsyncClient) -> str:
    return DOWNGRADE[db.capabilities.dialect]


MODELS_STATE = (
    "eJztXW2Tmzi2/isuf9qt8k2lX9zpe+vWVqUzPbs9m6Rnk8zd3UqlKAxyW2MMDILu9M3Nf7"
    "8CGxAgASIIg3w+zcScx20/ko/Ou77NLTMInwL8sAlfvLbtABEy/6/Zt7lr7hD9H97jxWxu"
    "+n7xYfxiaK6cBGMygisSBqYV0pfXpkMQfclGxAqwH2LPpa+6kePEL3oWFcTuQ/5S5OI/Im"
    "SE3gMKNyigDz5/oS9j10ZfEUn/6W+NNUaOXfjQ2I7/dvK6ET77yWt3bvhzIhj/tZVheU60"
    "c3Nh/znceG4mjd3kKz0gFwVmiOK3D4Mo/vjxpzt80fQb7T9pLrL/iAzGRmszckLm666M/L"
    "W5Yby//2R8vP1kGHMJgizPjcmlH3W/ZA/xR/iP87PLV5fXF1eX11Qk+ZjZK6++7/90Tswe"
    "mNDz/tP8e/LcDM29RMJxTqofrRxsGTxu32zMgE9uAVTimH74Mscpoz9G8vy/15FrxfzNdp"
    "6NHPKC0A+I7BfZpyEvXPRkZP/8y1zVmuzMr4aD3IdwEy/EVc0C/M/rD2/+9vrDn86v/hz/"
    "QY/+ava/pveHJ+fJo3iN8jWJCAq4KyLc7Qyiecu3WY70hSlv+pzQ5L8S+zuV72drV7nMle"
    "YQZBZ368uXbbbry5fi/Ro/K/LrYBedyRCcAYDh9gyfyzJ8PizD84H0rQp+LRw+y9Cbymu4"
    "f8/O2/BLpYT8Js+K/AboIf5QEgznCO12sBKGfY+EpkMJtKWOuhJMw/3ciuwarqtUW17kho"
    "GcvsghOlLchmExwZWtTPmR28QpQDtVcdlm816KN+9lZfMePrBBNtj34w9S4fnG8xxkunyq"
    "efAS6yuKV0V79ooC5muYvrm/fxu/846QP5zkhbtPJcp/e3dzS5V2shJUCId7j63ii6QErr"
    "DjdKefQQP7EuxbAYo5McyQQzx+EDrYRZwqH3tYFb53sv/z/Pzi4tX5y4ur6+Xlq1fL65eZ"
    "t119VOd239z9Nea7sC7VBYh8u9MCFHGwAFILEIdU11sm/he/sDKt7ZMZ2EbliXfuiWSrj3"
    "bnu/Irpms+JHTG3zv+wGy4ObJxeJvYQqKAdC6xaIxJx7IGyoRVxqU/z73V78gK97supmn/"
    "T2zPv0DMesiYtazuUKszjsDswDqb/qI8yYA0C+lE/IHVkenq3iLSCT8yLk4G0NF9XF62cS"
    "CXl2IXMn5WYVgy4pQjNOT4qo0jeSV2JK8qjmTpNGzLcgmmIdX9++y5pSFPdJ9J2lHRfNVG"
    "aVyJdcZVRWWs0NoLOJv5E/oqOOZyhAaRpxo6P93+61PBA09p/NO71/9KGN49H568vX//11"
    "Scof3N2/ubsoZeh4hzBorZzgBAtjTZATIJ7zgUs50jgO4OdNMvTWRVdhGlAe2qNTZTk9ba"
    "ysshQDCX4BFFi253JnbeYnc7FwSLcoFFU6wIxaKGk8pCCeNgZpvicFDobZFrbEyykdEDRd"
    "RQRYwTto6hKrHnGJAfBb5H5BLdOURDj+6sVVlMTVVMxXFOdL4MwRlAQ3qVhNkgoXrk4Dz6"
    "6mNq0EovQBGnkX4+rXzqW+8Buz9TpRUFSNjjUxRqtJSdWNxYs/JHsZa3SKrG7iCunSl33e"
    "ZYvBYfi9eHY1FsQbNL3dK2YyE6ae/erDuCXYtj29Wp5AyiE6EDH4crx7O21K6I3JBn+dXR"
    "X4HCMmha5gVWiWKr5FeTkCcvsD8ggkKRVVIUarRK/IO4EWTyEMOb1ukIMTyI4Y1CG/dm5U"
    "H4A8If49rap2VofKDLcxNRs11oZTASjSZGvNjGKheGqIfWUQ/6KaT1BgMCpTFVpYHWVPVv"
    "PsXWo1BtsDLNimMvbYSZOLgm0zLpwDU5smuyNnfYkTr5coSqZO3x+IWhUiPVE+D6ges31q"
    "09NP+u3YH8HDTc1n+pFe9UL3dIrJAfUznj7MccmPkAPXrbDuQXccD/RP3Gj4iQPU9clzF9"
    "vGjyFgkjCH7itOw/8BMhhTUKY683Pyahhyo9l3OoifdtEaVdJ5WaIaPgMR7XfiOI6lpZ9h"
    "kQUA/O+oT4H5Hp/BtJLFSu3Zw8azSa4wMHLp+YoqkBl09MKU9w7Ja5ETkvShrm9m3ojyjA"
    "9E3lbUEuHCJKXc2S8d8MMmWHJyvZlo2KVIA6tuOqYDzwHKn9nMoPuJ+tiITebm/yTbGnfE"
    "c/v2FtTPcBGek+5ejwuineoreAUd4So7wxdQqpRfbIa7KrI7+AG5Dx1I6ZLOH7UDU1PdLk"
    "RUtvqIIbLoxyptZYgVoSXezAcfcraroAI4pPvaHr8+CJh9JnzxdNcSqLlYRQ1cC7FkJVJx"
    "SqIk7EuT9HvBypvHaBqr56ZaYUF5kwuezHqnAsHshbgmkQgqohVslUXt8jmM+68HxkIdoU"
    "rILfAmZzP3M+As+OLPGEj8PjRqPZZwTV3uGUmucHo4yEZhjth1gF2EKGheLlpKjPzCNmt8"
    "JNT2B1n7rVvY2kjO69uIaGYf+1rcd1aEZFrpLsGHg1avkFx+ZIjo2NQhM7nPmddaRnECBc"
    "3pNkrMUK6XWeTwkIrk/nlE3Jkm9peZdQOvHf3+jazPNpbYjkbtRwuiTP4k+xjMTHVhjxbp"
    "urcWxyiAYqewB7RL5WAaoUavQCRPugSuH0FmB84da7nZl8+7qY615m0TLwauBMHEoWpmW2"
    "1QRP07WVIbcI0qjfrr9ru8xQspY9hBJ2CaPNdKQa0Q/iYBC3asiABPiPK4MRGQR37iNyw5"
    "q6xVyg0RTABdGjmAGjObG0tgu8eN6MK0MxgwAVUB0KRlDwiGT4ZCFAaJlQx3sySOhZWyPc"
    "xFOVPUeGWwF6OJqXE6LZCjxC4j8qxy8Lg/3LaUyjJHEiNA1daQcQNAHKNQHayHdQyNO/TY"
    "SzSGBdgnWIq/eqMCCse9ph3Q+JOWiGNbNFWZFF820UReFefbnPlEk7H6iYO19fKrW2Rc8s"
    "zhEjKKAd2Ndj1qqts8cur0Y6pb8A8FiiFJrx+kdkuiEOOXeACFllIcCpoJRHqsYkA2iYru"
    "i/iGfcUy01tdygJGVECwC+y2n7Lh/jUOtbZD+I57uyIovGuxGS0K2TSw/jvNB/bem2aXRi"
    "Uj+ntQdT9xvQzIkZRPNMstxl0ibkMVzIcc4m7Y3SRNVIGOWpvIY2+Xm7KpeaIpdKE5ohn+"
    "AuYCCjVd6vttEhyV0EAakVvTqNMowJqdXJVGJMiFNqenuBzFmVAfSryFQxDt715OJzqbx2"
    "7C5b1bsua+pdl5xaYsmoBEQjph2NeEP/dy4c4Rm0mERkpVLQBzOtIwuGCE1piNDwtziWQw"
    "oabPkR3D06LlYVj2eCsrdeNy3k7iB3N64e0dMzlu9CtJvXGMzJ81ZGs4FT0Z4zdvs3b6o2"
    "BJMaTGoeyadjUjO/k5a7nf1laXSKnkKh5/SUCdR5Km0hcXFodB5KyEPrRDMUJeq/AGMyrD"
    "fI2npR+FNgrsXh6IJQs4l9EDfsTP4oEeoRWBlaW9bZOm8R54AUG9dlnIalQmetMoRnNRnC"
    "M06G0CVPKJCanMxABszCfvuuyjGpIVXJ7ORxh53geFR9PN7ZaOd7IXKt578j8eSiolTjAY"
    "lz+VQH9h2JIpbnJ8UX8ftDAOqYx2S2FG3Pxwyg48HYqoj2rKaK9qxaRitpf+hrdpwvl63K"
    "vpY1ZV/LMrtr+vdRQF1uV2rYYQmmIdv9Z22hf2GwCwKEhArvB5i02dYbnyvP5ihbsQeSym"
    "vx+x/a/YDo3JHDo+Numoeyg4Va9+8+PlznAq9v/3DR5OwlBzRR4eP5jmnRH/kq0a+FoFq1"
    "NZgpSYwrEoqXhqavoJ2JHRh7BPUJp16fcPyS33Gctv2VJ7CqqvUmZ0Fa2I8l/7FNKORKHA"
    "m5qgRCICMjJPuiVUbmoiYjc1HNyOwPTAmiM4CGDCvpOTQtCxFidGsa4IJ76R0YFfEKLnee"
    "xK2KA2ZzWyVzJYaxWaZrIcegbjrhNWnUaOoyUL/t3P+YDWiG6dWYI9Eq9ELT6VK+V8VCdK"
    "pzdIpssO/Tj9VpISpYWIjOC9H55wC/hd4KWaMgiAsqpA5TBqOh2XLRxuERuzsVozDVGDtE"
    "qZIKV3GgGvLdv+GS8WbadkBdGZnEGw+rBelDJ+FW2HE6rgEHqsEwnKEXAOYO5VXFLcuKa+"
    "uKK2omQI8YPXXwRitAHb1RBXebHngjmDrzcgZjGalRsgE6n05rAaC2/sgLYCML2x0WoIgD"
    "DTTl4pbb+CLleV2Fy15i0arMxUCZsMJZ+ATR5/H590N9DTDtvl+9Ahd7DRqDT38D7TllIc"
    "ApL4r7LNenk8prEVUpej2XbZyeS7HPc1kNZUFKWW1K2UahZDFKjtAuUqJmQjPMF1da6/O7"
    "t+JaCXWWWo4BP6SrH7iWNCTWP2RFjJPy/i4hgDHup+dFv8Uumtc50YnAop0P7aSyx7kLG7"
    "o/huz+AN9YQbMBzEJUQSvZRlLu215cQ9+t/3rr5L8S3KbyGpKrJN8KYzz7VwcwxnNELlxs"
    "Mxqdq1B5aFiMqXokv5rPu5qkXvp40eSN+IygSlckCnyP/GAyD/wQ8ENGwjHb2b/f2RKGHQ"
    "PR0LbrP+lBvbZHfBjD0ZpjBqMhyf1XocvX+0OZvxTBSYOyVOY5BeiXWFLh/qW/eNmxCGXc"
    "UINWhlPIKqZxmjsvcsMufkgZqZNVMXRraGjKNU1kANDYLTR2gNYo4KdN67olGJB2mluNLi"
    "FbJOOTZPLDqY6XE/FGoD5IdX0QdJRAR8npLcCIIp8fDy3P7/bupyAAWpJaNMVBOc3rx7nP"
    "CAKfKi4x8mwpIy6V184X7N9Ihqx2Ru51G3KvxeRe82IaOywZXM4h2hl0SrwPKw5HBBhJzX"
    "wogDTgeehpD51LCqCaoLeC8AAhY021RZdl4IA1qhMfeCV8j+BQbnQhC4EoSJlQTAxqt+NH"
    "3tgNz3OQ6QrMaRZXonVFgap4Te3BYRX7zf3924Jiv7kra+7f3t3c0gM10fJUCIeCHQxBEQ"
    "iKnN4CjCgokvSfvPeS36e4QeX9YWZWmwaVdL4WREG0iYKMtPxrehQzqauIciLXLpwhNIyA"
    "KOkYDqkXLuObp/Ja8Du0Yw6W3GkbEh/QOnKFWZXD00YTIsjlwHyY1tkGd5gpPB57v8MMTD"
    "oVjcVQRwp1pLrbHMVCR/mZ0D80DHpcyS+YKqWBlwi10FALrUM1AvjfkEk5uQUYUQAkLhyt"
    "66zPni/alJSq6a1vGwYZhXeodUyELn2A5TqTGYh2R2L/l13Hv5pt/AEkGGYx2lGsxgsH90"
    "SxewJ23WmbFbfxnfDvECFm8u25pkVBptG8SG6ZN3aMuEob43PuL6fjRCHzApmX0828HH54"
    "kotSRGmXIlAy2IOaclIcp/IamiYKbuyIVr8jK9yzJEFyGach2Qpu+j2QJqcziigNie5/1O"
    "4xAh/NrSzTM0nY+L+FfXyIZrWP/zMgDTeumkTW/ufeQUNoyvJFK6PiosaouKgaFVBUOmBR"
    "6SbccWbSiMlO5YHsDmRDIpyNli7bBEuX4ljpshIqDUO083nFSuJKJQYCzZply2JnPq+QYU"
    "e+gy3uzhXyykECvZWh8SYJDRQEvPi+WAMXURokUaCP4gTi/VDHMaIFINTvk2afAcE8iYmm"
    "uv6JVhvP277eWz1zQbKrJLVoSnc97eUNkwGMprcIrpnvV4uIU2E2cvAjCp7lgnslFLS9VN"
    "W1G+1WvEImIac5QKdDEq6InZamaL57XmxriK6en7Kp0d8k6Yh+d/oZjJ0MpyWUTtu5P83g"
    "kieephV74zkCPHFpT1wQ+xDHQ3UKeyjKpIzP2/jpYOHN692NTGzR1t+wWcRoHI5T8TaUld"
    "SlyytXilFEaVe+1X/5PnJt36N/TM5dK6HAXasaEbL1WhrXafVfFDfO8qFJG70rz+ZM0xCb"
    "vKm8FvsVSgCOWQLQ+32kUAKgIkctHb8poUDrCoiVjzeUYBr4wUNr4ONFzzTf0VBXAXUVp7"
    "cA44u33R5c9Hl9vC0TW7SNtyEWAfG2aelpaGGdUgtrFEjdFHsQ19BFPH/Ztm+1tnG1Gv18"
    "5I+1FFveOUILmoc2u9NLK9pu6VReAw9ngCGWBFErWq4xLUNosZ0HmMTjB+gRexEx5MnmQL"
    "Xb10o4n0K4dJ5fTDbFkGm2NyM35N1PX3/lYxmrUWBk6EsfTezEt1wTzB3lWnvlYxkKq/Aj"
    "qxAFvBtna9lPIZBAqE4nIGEn3VICasPswBvaxiQmwzbkJ8lzoNpZLUrGIkEkHCLhp7cAI4"
    "qE/+Kt5oLod/xo0RTx/v0g1GuQ+3M2/sxGduSj5DaaL6XQd2mY42L2uTLPixk6lTxP31V6"
    "+CO0xvWrfyDEPqUQO8wuVFhcTL9kJBW3yQAa0tv/tEI/wF6AQ07ZZk2oJofoZNj011WXH8"
    "oS+7aI0nDznrVSDmc12uGsqh6mN9p0MHe0b1VRN9i0dtxH3WhTCCi2dkV989nxTA754kwz"
    "Axlwg3/7rmqLQ429VjX2QeRKB1ZyjE62x8CqhJmvI9fboFX8vMfphl+NDv0iZZhOG7rHWn"
    "CTbKSyaAwCtmrVN1mjIKAfX4LQAgYorSR6+TemirO8gstSgcq59+TK3bOXATrZW2NzK9RX"
    "QTnIJKhLDr0EBC+uuxcXIMGohNr6KBYG7HdlP07CoT2XMmqmBNMuWKRgJkg8X0k6KldEaU"
    "ezEpW+54y5IrB1G0IZqAHfQweIDhV7MnucgWhAeDnE3yrCXxPghwKokZ2YJDSDLgtQxIHF"
    "0rmMGLuYbDosQAkIKzDdCrTbuGFwLi5D2z9ftKhFM1AmqvYi4fhvYSgmO/5OjjGiYrJ8kd"
    "qvQI6BQ7W7GyrpFw3vEU04qziR5NaEcjATiHBPiM0nL9jKRblzhH4eo4qQCFzLMPB5Fs+S"
    "o54Gbw5abVKBhYGD0pl9SOoceQUg2g3R7hOIdidpMBnSMwCQ3YrsEYWd/pG00QhiTv9Ie2"
    "zqA05ZK85xZvwl/5XQx6m8dlc+9NULII4kYWL4ZkQQL5jkedTOcAXxPBZX4n1Fgaq0RPbK"
    "sIri5v7+bUFR3NyVNcFv725u6amYrAUVwqHA5NjTZqykeowKIA10cmmbLy/b7PPlpXijx8"
    "+4PMu6lAUYGNYTzb38cx94EY2/zcIyDVNvczk4B495DvbokYiPwo1HpGrLUnkdY/tKhidK"
    "jW729ctV9RaITsxzTsiuobden8m1Qwxw8lwrCgLkWjIt9iUU7F7eOLjIdeO/155VBgGtF7"
    "yblaHVVVlS+ohldKOj+mgpKoMgJN9xXEbCInRehIAQY/Uc8oyO2p5vFqaN6h6Y+0cUECw3"
    "tpOBaBcs6udC0RHFKm7oO0X+h8idC8IVucCiKWKxSkSN4CCrtlS0MKZQqlL0VMpElV3Yc9"
    "zI0LGPQPXeHxjVSo1qG4Umr+ZFnJDOERocaINPQ8L/K3mdQIoAm62bzZZcOC4zqiMHaEN5"
    "f7eTowdT3vtjUeD5da+Qo19WPvrBooD8qWZRf0K+4z3vanrYGIlFk29iF2WPklEdgy89or"
    "xqP770osZRgYr+01IZPx+GJAj0xc/5DIV6ZcEMWxjPPcNiJTHshP7hPL+exkKI9QOM4Fc4"
    "ywe6VRVXtDjcsvqaMk5Hn7L6AaJwT9QrlipzyQAa7mAllwaHeCc1ojWT18lC66/dGgck7D"
    "DvJUfpROsx6gQ6lQgA9RP3OfADdRXemcF2LnI7colFo+eRyBq7VLjJ+5j/zXuij4IZ9TBm"
    "ezCZbcxHNAuQab+Yl9athThUjE+hcypRHbJDeBgQ6Jup6ptfvNWNGVobkbbJnjfqmngm0y"
    "oTHU2cA8ozfrA8Ay57HN9lj2byLWUWJEdo6E4qqZSGmhl19FobjyCp/ZsjtAs3KQmG0G8Z"
    "cJp9xEVJGUADfoeuSTKJ4a0lc4MpRJsSmYFDJA8eohS6hrkOeXPs6rivQKE1vusqhOaWch"
    "m5xFzzqvLqpm6UoTB4Q2LwRoBMImcA5ggNLRQlRyg1mT2pCZkZQEOGlYw1Cb3Q5FROizM2"
    "qbxO8ab+Lik0XTPAcrcUMhBtDJHeCPVRYOywG/E8QfGshwIISC2T6npyjnUqr4FbMsCZBT"
    "fVwE0pJ7gCI0yo3IVoN29IqiQyi9aJFQOn8r1mVz7PD++ebMrD1RpfKh2yrFD3blm4V6Vf"
    "zSPO27Dr1dJ2YSE6nQG9GS9wV83xLoCDfIy6fEyASPx5JfjNEdoZ5hetDPOLGsP8omqYx3"
    "nnLtqjiAOrsLNdDnekqr0jdcDmuJPd0ONyc/aFqHOxj3MQWLRxcNa5bGOR6r2LZvsQ28wL"
    "ZhsvCmbeeubRV+OOqvj/6Tu+mL1NNjuZmQGaWV7k0v00w+5sFVlbFJLFjHizcGOGyRuQmW"
    "XSR2hm2jYVi/xqretgf5XrohHf3I9BSqhLOsfKLhr4YaP0w9KVa225HuQ1NFzbHDriM+eY"
    "R87oeD2KEQUNrgobXJGbDLaWidewEMg0VfKhjol3UnwyCKCzEoKJLAshW4rQAgYo5TmlUn"
    "zmACCzcqOtiUPpyz8ZkDaMDj1OOXKlac8xwHo31uONyyFdXN+dAQaMZX37riqaNXSFN92w"
    "Umyn8kD29C6d/DW5Ne3vse8iiG0xEoum4NbhDrbUFTpOY+RxHbcRtVL35baJwz3TqMyeco"
    "3blC6dnHZ99tGunRwd16eY4nmHbGyKjsD9w8bTb5eJwaWTxzz3rtvo4WuxGr5uPPfonw8P"
    "43DLmsI1g2dBwC0Hldu/0pt2JqYp6n70saXL2sqU3Zu7968//JtvLKfyvkfChyB5o/nNvz"
    "/dvi67gtgONxJBpExeJ9XcWxhpg1Il1pLOHAB88qLw0JFw0lbEaxRg8Xihw9NGO8LM5WCy"
    "0LRUgdhkGMMA+2OrhJITt2zlxC1rnLhlpUqC/rAkGD6Ia8juWatgxFlNMOKMe7Uy3+z95e"
    "P9e1mj18ZWOPu/mYPJFI+3GnJjMurDxOWIcMnujd/g6GHi7/8PJQBRjw=="
)

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
    "eJztXW2P27aW/iuGP90FvEHmNbOLxQKZdHrv9CaZ3jTde4ugEGSJHrOWJVWkZjrbzX9fSr"
    "YkSiJlURFliT6f2ljn8dgP6cPzzj/njh3R5wg/rumrt64bIULm/zn7c+7bW8T+R/R4MZvb"
    "YVh+mLxI7aWXYmxOcEloZDuUvbyyPYLYSy4iToRDigOfverHnpe8GDhMEPuPxUuxj3+PkU"
    "WDR0TXKGIPvvzKXsa+i/5AJPtnuLFWGHlu6UNjN/nb6esWfQnT1+59+n0qmPy1peUEXrz1"
    "C+Hwha4DP5fGfvqVHpGPIpui5O1pFCcfP/l0+y+afaPdJy1Edh+Rw7hoZcce5b7u0ipem1"
    "vWx4fP1k93ny1rrkCQE/gJueyj7pbsMfkI/35+dvnm8ubi+vKGiaQfM3/lzdfdny6I2QFT"
    "ej5+nn9Nn9vU3kmkHBekhvHSw44l4vbd2o7E5JZAFY7Zh69ynDH6bSTP/2sV+07C32wbuM"
    "gjrwj7gMh9lX8a8spHz1b+z/+e61qTrf2H5SH/ka6ThbhuWID/efvp3d/efvrL+fW/JX8w"
    "YL+a3a/p4/7JefooWaNiTWKCIuGKSHc7hzi85dssR/bClDd9QWj6X4X9ncn3s7XrXBZKcw"
    "gyy7v19es22/X1a/l+TZ6V+fWwj85UCM4BwHB7hs9VGT4fluH5QPpWB78Opi8q9GbyBu7f"
    "s/M2/DIpKb/pszK/EXpMPpQCwwXCuB2sheEwINT2GIGu0lFXgRm4n1uR3cB1nWoniH0aqe"
    "mLAmIixW0YlhNc28qMH7VNnAGMUxWXbTbvpXzzXtY27/4DW2SNwzD5IDWeb4PAQ7YvploE"
    "r7C+ZHhdtOevaGC+genbh4f3yTtvCfndS1+4/1yh/OcPt3dMaacrwYQw3XlsNV8kI3CJPa"
    "87/Rwa2Fdg34lQwollUwHx+FHqYJdxunzsYVX4zsn+j/Pzi4s3568vrm+uLt+8ubp5nXvb"
    "9UdNbvft/V8TvkvrUl+AOHQ7LUAZBwugtABJSHW14eJ/yQtL29k825Fr1Z4E54FMtv5oe7"
    "6tvmL79mNKZ/K9kw/Mh5tjF9O71BaSBaQLicXBmHQia6FcWGdc+ss8WP6GHLrbdQlNu39i"
    "d/4rxKyHjFmr6g69OuMIzA6ss9kvKlAMSPOQTsTvWR2Zru4tIp3yo+Li5AAT3ceryzYO5N"
    "Wl3IVMntUYVow4FQgDOb5u40heyx3J65ojWTkN27JcgRlIdf8+e2FpqBPdZ5J2VDRft1Ea"
    "13KdcV1TGUu0CiLBZv6M/pAccwXCgMhTA52f7/71ueSBZzT+5cPbf6UMb1/2T94/fPxrJs"
    "7R/u79w21VQ68oEpyBcrZzAJCtTHaEbCI6DuVsFwiguwPd7EsTVZVdRhlAu26NzdWktbby"
    "CggQLCR4RNGiu62NvffY38wlwaJCYHEoVoQSUcvLZKGEcTCzTXM4iAYb5Ftrm6xV9EAZNV"
    "QR44StY6hK7DkGFMZRGBC1RHcBMdCjO2tVFtNQFVNznFOdr0JwDjCQXi1hNkioHjk4j/4I"
    "MTNolRegjDNIP59WPvV98Ij975nSiiMk7fEpCx20lL1E3Frx8kexljdIqcZuL26cKXfT5l"
    "i8kR+LN/tjUW5B80vd0rbjISZp796sO4J9R2DbNankHGISoQMfh0svcDbMroh9KrL8muiv"
    "QWEZDC3zAqtEs1Xyo03IcxC5nxBBVGaVlIUOWiXhXtyKcnmI4U3rdIQYHsTwRqGNe7PyIP"
    "wB4Y9xbe3TMjQ+seW5jZnZLrUyOImDJkay2NayEIaoh9FRD/YplPUGBwKlMVWlgVZM9a8/"
    "J9ajVG3wMocVx07aork4uCbTMunANTmya7Kyt9hTOvkKhK5k7fH4haFSI9UT4PqB6zfWrT"
    "00/77bgfwCNNzWf20U70wvd0iskG9TOePsxxyY+Qg9BZsO5JdxwP9E/cafECE7noQuY/Z4"
    "cchbJJwg+InTsv/AT4QU1iiMvd78mJQepvR8waEm37dllHGdVHqGjILHeFz7jSCma1XZ50"
    "BAPTjrE+J/RKbzzyS1UIV2c/rsoNGcHDhw+cQUTQ24fGJKeYJjt8yNyHnR0jC3a0N/QhFm"
    "b6puCwrhEFHqapaM/2aQKTs8ecm2alSkBjSxHVcH41HgKe3nTH7A/ezEhAbbnck3xZ7yLf"
    "v8lrO2/UdkZftUoMObpnjL3gJGeSuM8sbMKWQW2ZOoya6J/BJuQMYzO2ayhO9C1cz0yJIX"
    "Lb2hGm64MMqZXmMFaklMsQPH3a9o6AKMKD71jq3PYyAfSp8/XxyKUzm8JISqBt61EKo6oV"
    "AV8WLB/Tny5cjkjQtU9dUrM6W4yITJ5T9WjWP5QN4KzIAQVAOxWqbyhgHBYtal5yMPMaZg"
    "FfwWMJv7mfMRBW7syCd87B8fNJpDTlDvHU6Zeb43ygi1abwbYhVhB1kOSpaTob5wj7jdCj"
    "c9gdV96lb3JlYyunfiBhqG/de2HtehGRW5WrJj4NXo5RccmyM5Ni6iNvYE8zubSM8hQLi6"
    "J8lZizXSmzyfChBcn84pm4ol39LyrqBM4r+/0bW559PaECncqOF0SZHFn2IZSYgdGotum2"
    "twbAqIASp7AHtEvVYBqhQa9AJE+6BK4fQWYHzh1vutnX77ppjrTmbRMvBq4VwcShamZbY1"
    "BE+ztVUhtwwyqN+uv2u7bKpYy06hhF3BaLM9pUb0vTgYxK0aMiAB/u3KYEQGwb3/hHzaUL"
    "dYCBw0BXBJ9ChmwGhOLKPtgiCZN+OrUMwhQAXUh4IRFD0hFT55CBBaJdQLni1CA2dj0XUy"
    "VTnwVLiVoIej+WpCNDtRQEjyR9X45WGwfwWNaYwkQYTmQFfaHgRNgGpNgC4KPURF+vcQ4T"
    "wSWFdgHeLqvSoMCOuedlj3U2oO2rRhtigvsjh8G0VZuFdf7gtj0i0GKhbO16+1WtuyZ5bk"
    "iBEU0A7s63Fr1dbZ45fXIJ3SXwB4LFEKw3j9PbZ9iqngDhApqzwEOJWU8ijVmOQAA9MV/R"
    "fxjHuqpaGWG5SkjGgBwHc5bd/lpyTU+h65j/L5rrzI4uDdCGno1iukh3Fe2L82bNscdGIy"
    "P6e1B9P0GzDMiRlE80yy3GXSJuQxXMhxzibtjdJU1SgY5Zm8gTb5ebsql4Yil1oTmqWe4C"
    "5hIKNV3a+u1SHJXQYBqTW9Oo0yjAmp1clUYkyIU2Z6B5HKWZUDzKvI1DEO3g/U4nOZvHHs"
    "XrWqd71qqHe9EtQSK0YlIBox7WjEO/a/c+kIz6jFJCInk4I+mGkdWTBEaEpDhIa/xbEaUj"
    "Bgy4/g7tFxsap5PBOUvfW6aSF3B7m7cfWInp6xfE/Rdt5gMKfPWxnNFs5Ee87Y7d78ULUh"
    "mNRgUotIPh2TmvudtNzt/C/LoFP0FAo9p6dMoM5TawuJj6nVeSihCG0SzVCUaP4CjMmwXi"
    "NnE8T0u8heycPRJaHDJvZe3HJz+aNEqEdgZRhtWefrvEGCA1JuXFdxBpYKnbXKEJ41ZAjP"
    "BBlCnzyjSGlyMgcZMAv751ddjkkDqVpmJ4877ATHo+7j8d5F2zCgyHde/o7kk4vKUgcPSF"
    "zIZzqw70gUcYIwLb5I3h8CUMc8JvOlaHs+5gATD8ZWRbRnDVW0Z/UyWkX7w1yz4/zqqlXZ"
    "11VD2ddVld0V+/soYi63rzTssAIzkO3+s7bQvzDYBQFSQqX3A0zabOuNz2XgCpSt3APJ5I"
    "34/Q/tfkB07sjh0XE3zUPZwUKv+/eQHK5zide3e7g45OylBzTR4eOFnu2wH/ky1a+loFq9"
    "NZgrSUwqEsqXhmavoK2NPRh7BPUJp16fcPyS33Gctv2VJ/CqqvUm50FG2I8V/7FNKORaHg"
    "m5rgVCICMjJfuiVUbmoiEjc1HPyOwOTAWic4CBDGvpObQdBxFidWsaEIJ76R0YFfEaLnee"
    "xK2KA2ZzWyVzFYaxObbvIM9ibjoRNWk0aOoq0Lzt3P+YDWiG6dWYI/GSBtT2upTv1bEQne"
    "ocnSJrHIbsY3VaiBoWFqLzQnT+OcBvobdC1jiKkoIKpcOUwxhotly0cXjk7k7NKMw0xhYx"
    "qpTCVQKogXz3b7jkvNmuGzFXRiXxJsIaQfrQSbgl9ryOayCAGjAMZ+gFgLlDRVVxy7Lixr"
    "rimpqJ0BNGzx280RrQRG9Uw92me94IZs68msFYRRqUbIDOp9NaAKitP/ICuMjBbocFKONA"
    "A025uOUuuUh53lThspNYtCpzsVAurHEWPkHseXL+fVNfA0y771evwMVeg8bgs99Ae055CH"
    "AqiuK+qPXpZPJGRFXKXs9lG6fnUu7zXNZDWZBS1ptSdhFVLEYpEMZFSvRMaIb54lprfX4L"
    "lkIroclSKzDgh3T1A1eKhsTqm6yIcVLe3yUEMMb99Lzo99hH8yYnOhVYtPOhvUz2OHdhQ/"
    "fHkN0f4BtraDaAWYg6aCWbWMl924kb6Lv1X2+d/leB20zeQHK15FthjGf/6gDGeI7IhUts"
    "RqtzFaoIDYsxVY/kR/tl25DUyx4vDnkjISeo0xWJozAg35jMAz8E/JCRcMx39u92toJhx0"
    "EMtO36T3owr+0J78dwtOaYwxhIcv9V6Or1/lDmr0Rw2qCslHnOAOYllnS4f9kvXnUsQhU3"
    "1KCV4RSyjmmc9jaIfdrFD6kiTbIqhm4NpbZa00QOAI3dQmNHaIUicdq0qVuCAxmnufXoEr"
    "JBKj5JLj+c6ng9EW8E6oN01wdBRwl0lJzeAowo8vnTvuX5w879lARAK1KLQ3FQQfP6ce4z"
    "gsCnjkuMAlfJiMvkjfMF+zeSIaudk3vThtwbObk3opjGFisGlwuIcQadFu/DScIREUZKMx"
    "9KIAN4HnraQ+eSAqgm6K0gPELIWjFt0WUZBGCD6sQHXokwIJiqjS7kIRAFqRKKicXsdvwk"
    "GrsRBB6yfYk5zeMqtC4ZUBevmT04rGK/fXh4X1Lst/dVzf3zh9s7dqCmWp4JYSrZwRAUga"
    "DI6S3AiIIiaf/JxyD9fcobVD7uZ2a1aVDJ5mtBFMSYKMhIy7+mRzGXuooZJ2rtwjnCwAiI"
    "lo5hyrxwFd88kzeC36Edc7DkTtuQ+IRWsS/NquyfHjQhokIOzIdpnW1wh5nG47H3O8zApN"
    "PRWAx1pFBHarrNUS50VJ8J/U3DoMeV/IKpUgZ4iVALDbXQJlQjgP8NmZSTW4ARBUCSwtGm"
    "zvr8+aJNSame3vq2YZBReIdGx0TY0kdYrTOZgxh3JPZ/2XXyq9kkH0CBYR5jHMV6vHBwTz"
    "S7J2DXnbZZcZfcCf8BEWKn315oWpRkDpoX6S3z1pYT12ljfCn85WycKGReIPNyupmX/Q9P"
    "cVHKKONSBFoGezBTTonjTN5A00TDjR3x8jfk0B1LCiRXcQaSreGm3z1pajqjjDKQ6P5H7R"
    "4j8HG4lWV6Jgkf/3dwiPfRrPbxfw5k4MbVk8ja/dw7aAhDWb5oZVRcNBgVF3WjAopKBywq"
    "XdOtYCaNnOxMHsju0lprO8JxSrfYt6MXia+YY6pdby901+M8rT7OpmhRwhjPOaP89v7j20"
    "+/iEnP5MOA0McofaP57S+f795C/UFDkPqqTYz6Sh6ivqpFqClF21BUIyYvEOMg0CNbNei2"
    "9ssSWW4cetgR7lwprwIk0CtoQY6Q7bpMYxCl4XZ1IJBbuwjBJtRCUSTKWcmtijLKgMQg9A"
    "adQA4LapNGtAAE+VSZfQ4EM1Immr79J1qug2DzdmdSziUJ3IrU4lAK93knb9kcYDT9ck1b"
    "2rDE7SBaRJ7edZGHn1D0ohawrqCglauurv14uxQV50k5LQAmHZJw7fG0NEU5qBSrxDwKgE"
    "GmRn/T0WP23dlnsLYqnFZQJm3n/jSDT55FmlbujRcI8MSVPXFJ7EMebDYp7KEpOzg+b+O7"
    "vYU3b3Y3crFFW3/D5RGjcThOxdvQViaaLa9aeVEZZVxJYv8tKch3w4D9MTV3rYICd61uRK"
    "jWIBpce9h/oec4S+ImbfQuA1cwIUZu8mbyRuzXoU1eqK/Qescu1FfoyFErx28qKNC6EmLV"
    "4w0VmAF+8NAa+HjRM8N3NNRVQF3F6S3A+OJtd3sXfd4cb8vFFm3jbYhHQLxtWnoa2rKn1J"
    "YdR0q3H+/FDXQRz1+37cVubMauRz+fxKNa5ZZ3gTCC5qHN7uwilrZbOpM3wMMZYDArQcyK"
    "Vmu2zBFGbOcBpkuFEXrCQUwsdbIFUOP2tRbOpxAunReX7U0xZJrvzdinWGB1NF9jWsUaFB"
    "gZ+iJTG3vJze0EC8cTN15jWoXCKnzLKsSR6BblRvYzCCQQ6hM3CO2kWypAY5gdeEO7mCRk"
    "uJb67QgCqHFWi5ZRXxAJh0j46S3AiCLhPwTLuST6nTxaHIp4/7YX6jXI/SUf6eciNw5Res"
    "PSr5XQd2VA6WL2pTajjhuklj7P3lV5oCm0xvWrfyDEPqUQO8zj1FhczL5krBS3yQEG0tv/"
    "BM4wwkGEqaBssyFUU0BMMmz666orDmWFfVtGGbh5z1oph7MG7XBWVw/TG9c7mDvat6poGt"
    "bbOO6jaVwvBBRbu6Kh/eIFtoB8eaaZgwy4wf/8qmuLQ429UTX2UewrB1YKjEm2x8CqhJuv"
    "o9bbYFT8vMfRkX9YHfpFqjCTNnSPteA2WStl0TgEbNW6b7JCUcQ+vgKhJQxQWkv0im8Blm"
    "d5JRcAA5Xz4NlXuzsyB3Syt8bmVuivgvKQTVCXHHoFCF5cdy8uQpJRCY31UTwM2O/KfpKE"
    "QzsuVdRMBWZcsEjDTJBkvpJyVK6MMo5mLSp9xxl37WXrNoQq0AC+hw4Q7Sv2VPY4BzGA8G"
    "qIv1WEvyHADwVQIzsxCbWjLgtQxoHF0rmMGPuYrDssQAUIKzDdCrS7pGFwLi9D2z1ftKhF"
    "s1Auqvdy7ORvYSgmO/5OTjCyYrJikdqvQIGBQ7W7G6roFw3vEU04qziR5NaEcjATiHBPiM"
    "3nINqoRbkLhHkeo46QCFzLMPB5lsySY56GaA5aY1KBh4GD0pl9SOoceQUg2g3R7hOIdqdp"
    "MBXScwCQ3YrsEYWd/pG20UhiTv/IemyaA055K85xZvyl/1XQx5m8cVc+9NULII8kYWKFdi"
    "y82Pk2CJid4UvieTyuwvuSAXVpifyVYRXF7cPD+5KiuL2vaoKfP9zesVMxXQsmhKnE5NjR"
    "Zi2VeoxKIAN0cmWbX1222edXl/KNnjwT8qzqUpZgYFhPNPfyz13gRTb+Ng/LHJh6W8jBOX"
    "jMc7BHj0R+FK4DolRblsmbGNvXMjxRaXRzaF6uqrdAdGqeC0J2B3rrzZlcO8QAp8B34ihC"
    "vqPSYl9Bwe4VjYOLfT/5e+1Z5RDQeiG6WRlaXbUlpY9YRjc6qo+WorIIQuodx1UkLELnRY"
    "gIsZYvVGR0NPZ88zBjVPfA3D+hiGC1sZ0cxLhgUT8Xio4oVnHL3ikOP8X+XBKuKAQWhyIW"
    "y1TUivayektFS2MKlSpFT6VMVNuFPceNDB37CNTv/YFRrdWodhG1RTUv8oR0gTDgQBt8Gh"
    "L+X8XrBDIE2GzdbLb0wnGVUR0FwBjK+7udHD3a6t4fjwLPr3uFHPuy6tEPHgXkTzWL+h0K"
    "veBl29DDxkksDvkmbln2KBnVMfjSI8qr9uNLLxocFajoPy2V8f1+SIJEX3xfzFBoVhbcsI"
    "Xx3DMsVxLDTugfzvPraSyEXD/ACH6Ns3ygW1VzRYsnLKtvKOP0zCmrHyAK98y8YqUylxxg"
    "4A7WcmkwxVulEa25vEkWWn/t1jgitMO8lwJlEq3HqBPoVCIA1E/c58CPzFX4YEebucztKC"
    "QWBz2PVNbaZsKHvI/534Jn9iiaMQ9jtgOT2dp+QrMI2e6reWXdWohDxfgUOqdS1aE6hIcD"
    "gb6Zqr75IVje2tRZy7RN/vygrklmMi1z0dHEOaA84xvLM+Cyx/Fd9min31JlQQqEge6klk"
    "ppqJnRR6+zDghS2r8Fwrhwk5ZgCPuWkaDZR16UlAMM4HfomiSbWMFKMTeYQYwpkRk4RPIY"
    "IEahb9krKppj18R9DQqt8V1XgdobxmXsE3slqsprmrpRhcLgDYXBGxGyiZoBWCAMtFC0HK"
    "HMZA6UJmTmAAMZ1jLWhAbUFlROyzM2mbxJ8ab+Lim0fTvCarcUchBjDJHeCA1RZG2xH4s8"
    "QfmshxIISK2S6gdqjnUmb4BbMsCZBTfVwE0pJ7gCI0yo3FO0nR9IqqQyi9aJFQtn8r1mV7"
    "7M9++ebsr91Rq/1jpkeaHu3bJwr0q/mkeet+HXq6XtwkNMOgN6M17grprjXQAH+Rh9+ZgI"
    "keTzKvBbIIwzzC9aGeYXDYb5Rd0wT/LOXbRHGQdWYWe7HO5I1XtH6oDNcSe7ocfl5uwKUe"
    "dyH2cvsGjj4KwK2YNFqg8+mu1CbLMgmq2DOJoFq1nAXk06qpL/Z+/4avY+3exkZkdo5gSx"
    "z/bTDPuzZexsECWLGQlmdG3T9A3IzLHZIzSzXZeJxWG91nWwvyp00Uho78YgpdSlnWNVFw"
    "38sFH6YdnKtbZc9/IGGq5tDh35mXPMI2d0vB7FiIIGV40NrshPB1urxGt4CGSaavlQz8Zb"
    "JT45BNBZC8HEjoOQq0RoCQOUipxSJT4LAJBZu9HWxlT58k8OZAyjQ49Tjn1l2gsMsN6N9W"
    "TjCkiX13fngAFjWX9+1RXNGrrCm21YJbYzeSB7epdO/pjemvb3xHeRxLY4icWh4Nb+DrbM"
    "FTpOY+RxHbcRtVL35bbJwz3TqMyeco3blC6dnHZ99tGunRwd16eY4vmAXGzLjsDdw4On3z"
    "YXg0snj3nu3bTRwzdyNXxz8Nxjf57ux+FWNYVvRy+SgFsBqrZ/ZTftTExTNP3oE0uXt5UZ"
    "u7f3H99++kVsLGfyYUDoY5S+0fz2l893b6uuIHbpWiGIlMubpJp7CyOtUabEWtJZAIBPUR"
    "QeOhJO2op4iyIsHy+0f3rQjrALOZgsNC1VIDcZxjDA/tgqoeLEXbVy4q4anLirWpUE+2Ep"
    "MLwXN5Dds1bBiLOGYMSZ8Gplsdn7w08PH1WNXhc7dPZ/Mw+TKR5vDeQmZDSHiasR4Yrdm7"
    "zB0cPEX/8fSR02eQ=="
)

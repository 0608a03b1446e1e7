from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True
# The number of the oldest migration whose program can work on the schema after this one: this one's own number, or a
# lower one if it only adds what older programs leave alone (models/database/schema_versions.py).
SUITS = 19
TOUCHES = ()  # tables whose rows it reads or rewrites all
CONCURRENTLY = ()  # indexes for PostgreSQL that are made after it, while the shop sells

UPGRADE = {
    "sqlite": """
        CREATE TABLE IF NOT EXISTS "process_alarm" (
    "name" VARCHAR(180) NOT NULL PRIMARY KEY,
    "process" VARCHAR(120) NOT NULL,
    "code" VARCHAR(40) NOT NULL,
    "words" VARCHAR(500) NOT NULL,
    "since" BIGINT NOT NULL,
    "seen_at" BIGINT NOT NULL
) /* What a process says is wrong with it. */;""",
    "postgres": """
        CREATE TABLE IF NOT EXISTS "process_alarm" (
    "name" VARCHAR(180) NOT NULL PRIMARY KEY,
    "process" VARCHAR(120) NOT NULL,
    "code" VARCHAR(40) NOT NULL,
    "words" VARCHAR(500) NOT NULL,
    "since" BIGINT NOT NULL,
    "seen_at" BIGINT NOT NULL
);
COMMENT ON TABLE "process_alarm" IS 'What a process says is wrong with it.';""",
}
DOWNGRADE = {
    "sqlite": """
        DROP TABLE IF EXISTS "process_alarm";""",
    "postgres": """
        DROP TABLE IF EXISTS "process_alarm";""",
}


async def upgrade(db: BaseDBAsyncClient) -> str:
    return UPGRADE[db.capabilities.dialect]


async def downgrade(db: BaseDBAsyncClient) -> str:
    return DOWNGRADE[db.capabilities.dialect]


MODELS_STATE = (
    "eJztXW2Toza2/iuUv9y9Vb5T06/pe2trq7qTzu7szkt2ZnJ3U1MpCoPcVhojFonu9Obmv1"
    "+BDQiQMGIAg3w+JWPOY7sfyUfnXb8tXCdizxF+2LBXt54XIUoX/2P9tgicLeL/I3u8tBZO"
    "GJYfJi8yZ+WnGEcQXFEWOS7jL68dnyL+koeoG+GQYRLwV4PY95MXicsFcfBQvBQH+F8xsh"
    "l5QGyDIv7gy8/8ZRx46FdEs3+Gj/YaI98rfWnsJZ+dvm6zlzB97U3Avk8Fk09b2S7x421Q"
    "CIcvbEOCXBoH6Z/0gAIUOQwlb8+iOPn6ybfb/6HZX7T7poXI7isKGA+tndhnwp+7sovXFr"
    "b9/sNn+9P9Z9teaBDkkiAhl3/V3ZI9JF/hv87PLr+5vLm4vrzhIunXzF/55vfdRxfE7IAp"
    "Pe8/L35PnzvM2UmkHBekhvHKx64t4/bbjRPJyS2BKhzzL1/lOGP060he/HEdB27Cn7UlHv"
    "LpK8q/IPJe5d+GvgrQs53/80+LodZk6/xq+yh4YJtkIa4bFuB/bz9++5fbj384v/7P5AMJ"
    "/9Xsfk3v90/O00fJGhVrElMUSVdEudsFxOEt32Y5shfmvOkLQtP/auzvTL6frV3nslCaY5"
    "BZ3q2vX7fZrq9fq/dr8qzMr48DdKZDcA4AhtszfK7L8Pm4DC9G0rdD8Oti9qJDbyZv4P49"
    "O2/DL5dS8ps+K/MboYfkS2kwXCCM28GDMBwSyhyfE+hpHXUVmIH7uRXZDVzXqXZJHLBIT1"
    "8UEBMpbsOwmuDaVub86G3iDGCcqrhss3kv1Zv3srZ591/YphschskXqfF8R4iPnEBOtQxe"
    "YX3F8UPRnr8yAPMNTN99+PA2eectpf/y0xfefK5Q/uO7u3uutNOV4EKY7Ty2mi+SEbjCvt"
    "+dfgEN7Guw70Yo4cR2mIR4/KB0sMu4oXzscVX4zsn+7/Pzi4tvzl9fXN9cXX7zzdXN69zb"
    "rj9qcrvv3vw54bu0LvUFiEOv0wKUcbAAWguQhFTXj0L8L3lh5biPz07k2bUn5JyoZOuPtu"
    "fb6itO4DykdCZ/d/KFxXBz7GF2n9pCqoB0IbE8GJNOZG2UCw8Zl/6yIKtfkMt2uy6hafdP"
    "7C1+hpj1mDFrXd0xrM44ArMj62z+iyKaAWkR0on4PasT09W9RaRTfnRcnBxgovt4ddnGgb"
    "y6VLuQybMaw5oRpwJhIMfXbRzJa7UjeV1zJCunYVuWKzADqe7fZy8sDX2i+0zSTorm6zZK"
    "41qtM65rKmOF1iSSbObP6FfFMVcgDIg8NdD5+f6fn0seeEbjH97d/jNlePuyf/L2w/s/Z+"
    "IC7d++/XBX1dBrhiRnoJrtHABka5MdIYfKjkM12wUC6O5AN/+jqa7KLqMMoH1ojS3UpLW2"
    "8goIECwleELRovutg/23OHhcKIJFhcDyUKwIJaK2n8lCCeNoZtvA4SBGHlFgbxy60dEDZd"
    "RYRYwzto6hKrHnGFAYRyGheonuAmKgR3fWqiymoSqm5jinOl+H4BxgIL2DhNkgoXrk4Dz6"
    "NcTcoNVegDLOIP18WvnUt+QBB99zpRVHSNnjUxY6aCn7ibi9FuWPYi0/Iq0au724cabcTZ"
    "tj8UZ9LN7sj0W1BS0udUvbToSYpL17s+4oDlyJbdekknOISYSOfByufOI+crsiDpjM8mui"
    "vwaFZTC0zAuskoGtkh8cSp9J5H1EFDGVVVIWOmiVhHtxO8rlIYY3r9MRYngQw5uENu7Nyo"
    "PwB4Q/prW1T8vQ+MiX5y7mZrvSyhAkDpoYyWLbq0IYoh5GRz34t9DWGwIIlMZclQZac9W/"
    "+ZxYj0q1IcocVhw7aZvl4uCazMukA9fkyK7J2tliX+vkKxBDJWuPxy8MlZqongDXD1y/qW"
    "7tsfkPvA7kF6Dxtv5ro3jnerlDYoV+ncqZZj/myMxH6Ik8diC/jAP+Z+o3fkKU7niSuozZ"
    "4+Uhb5EKguAnzsv+Az8RUliTMPZ682NSerjSCySHmnrfllHGdVINM2QUPMbj2m8UcV2ry7"
    "4AAurBWZ8R/xMynX+kqYUqtZvTZweN5uTAgcsn5mhqwOUTc8oTHLtlbkLOyyANc7s29CcU"
    "Yf6m+ragFA4Rpa5myfRvBpmzw5OXbOtGRWpAE9txh2A8Ir7Wfs7kR9zPbkwZ2e5Mvjn2lG"
    "/597fdjRM8IDvbpxId3jTFW/UWMMpbY5Q35k4ht8ieZE12TeSXcCMyntkxsyV8F6rmpkeW"
    "vGjpDdVw44VRzoY1VqCWxBQ7cNr9ioYuwITiU9/y9Xkg6qH0+fPloTiVK0pCqGrkXQuhqh"
    "MKVVE/ltyfo16OTN64QFVfvTJziovMmFzxa9U4Vg/krcAMCEE1EDvIVN6QUCxnXXk+ihBj"
    "ClbBbwGzuZ85HxHxYlc94WP/+KDRHAqCw97hlJnne6OMMofFuyFWEXaR7aJkOTnqi/BI2K"
    "1w0xNY3adudT/GWkb3TtxAw7D/2tbjOjSTIneQ7Bh4NcPyC47NkRwbDzEH+5L5nU2k5xAg"
    "XN+TFKzFGulNnk8FCK5P55RNxZJvaXlXUCbx39/o2tzzaW2IFG7UeLqkyOLPsYwkxC6LZb"
    "fNNTg2BcQAlT2CPaJfqwBVCk16gUTM1rWhSyDjtu1Fq2170bBtL+rbNqVM180WMMaxDN14"
    "JhpwUHMDyYPYZW+2TvrXN2UQdjLLlmkEG+fiUIAz8hYeLhWQra0OuWWQQd2j/V1C5zDNzg"
    "wGDRkaVobja41V2IuDBdeqvQjKOb5eGUzIIHgTPKGANVThFgIHTQFcEj2KGTCZE8tou4Ak"
    "05MCHYoFBKiA+og7iqInpMOnCAFCq4T65NmmjLiPNtskM8KJr8OtAj0ezVczotmNCKXJh+"
    "rxK8Jg/0raLDlJkgjNgR7LPQhaWvVaWj0U+ojJ9O8hwkUksK7BOmSJelUYENY97bDux9Qc"
    "dFjDpFxRZHn4bpWycK++3BfOpFeMBy2cr59rleNlzyypeEBQDj6yryesVVtnT1xeg3RKfw"
    "HgqUQpDOP1X7ETMMwkN9ooWRUhwKmiME2v+CQDGJiu6L8kbdozWg213KAkZUILAL7Lafsu"
    "n5JQ61vkPainFYsiy4M3faShW7+QHsd54f96xLsMh8MY2obsoD+TuTytnZmmn4Nh/swoSm"
    "iWlS+ztiaP4U1Oc+hub5Rm2qY9owICQqlVOjMl3tbdyeQN9HbO29UPNZQP1ZpVbf3SgRIG"
    "coXV/erZHcoHyiAgtXZMzaPAZUan1GxqXGbEKXdqSKRzVuUA82pdh7g2IiB6kc9M3jh2r1"
    "pVEl81VBJfSaq0NeM9EOeZd5znW/6/C+Wo36jFxDI3k4IOo3kdWTBsbE7Dxsa/7bUaoTFg"
    "y0/gjuJpsTrwGDcoKOx100JWFLKi0+q+PT1j+Q1D20WDwZw+b2U02zgT7TkXunvzQ3WcYF"
    "KDSS0j+XRMauF30nK3i78sg07RUyihnZ8ygQraQZtzAszszsNLZWiTaIZyT/MXYEqG9Qa5"
    "jyRm30XOWh2OLgkdNrH34raXyx8lQj0BK8Noyzpf50ckOSDVxnUVZ2Cp0FmrDOFZQ4bwTJ"
    "IhDOgzirQmrAuQEbOwv/0+lGPSQOogM9anHXaC43Ho4/GNh7YhYShwX/6G1DOhylIHD0hc"
    "yGc6sO9IFHVJmBZfJO8PAahjHpP5UrQ9H3OAiQdjqyLas4Yq2rN6Ga2m/WGu2XF+ddWq7O"
    "uqoezrqsrumn8+irjLHWiNkazADGS7/6wttIOMdpGIklDlPSKzNtt643NFPImyVXsgmbwR"
    "v/+x3Q+Izh05PDrtcQRQdrAc1v37kByuC4XXt3u4POTspQc0HcLHC33H5T/yVapfS0G1eq"
    "e1UJKYVCSULxfOXkFbB/swUArqE069PuH4Jb/TOG37K08QVVXrTS6CjLAfK/5jm1DItToS"
    "cl2/TwoyMqPekrY7MDWIzgEGMjxIz6HjuohSu1vTgBTcS+/ApIgf4BL4Wdy+OmI2t1UyV2"
    "PMnesELvJt7qZTWZNGg6auAs3bzv2P2YBmmF6NORqvGGGO36V8r46F6FTn6BTd4DDkX6vT"
    "QtSwsBCdF6LzzwF+C70VssZRlBRUaB2mAsZAs+WijcOjdndqRmGmMbaIU6UVrpJADeS7f8"
    "Ml583xvIi7MjqJNxnWCNLHTsKtsO93XAMJ1IBhOGMvAMwdKqqKW5YVN9YV19RMhJ4weu7g"
    "jdaAJnqjA9wau+eNYu7M6xmMVaRByQbofDqtBYDa+iMvgIdc7HVYgDIONFBX/mFS9aLfka"
    "r88zps5zIOtvOca7XukxvXF00FWzuJZauqLRvlwgNemkERf56Yc1/VpgN3YfSrpuEGwFFT"
    "StlvoD2nIgQ4lSUlXvTazjJ5I4KEZSf+so0Pf6l24S/rkVmokBi2QsJDTLO2qkAYF/gbZu"
    "A4jMsftHTtF7KSWglNllqBAT+kq1u91jQk1l9lRUyT8h5v09LbwBCUM8CLfosDtGhyolOB"
    "ZTsf2s9kx7l3EmZdHLOZCXzjAXpnYLTnELTSx1jLfduJG+i79d8+kP5Xg9tM3kByBykfgK"
    "m0/asDmEo7IRcusRntzkXVMjQsxlw9kh+cl21DUi97vDzkjYSC4JCuSByFhH5lMg/8EPBD"
    "JsKxOKhit7M1DDsBYqBt13/Sg3ttT3g/VaY1xwLGQJL7b6rQb1+BrhUtgtN+e63McwYwL7"
    "E0hPuX/eJ1p3xUcWPNDRpPIQ8xXNbZkjhgXfyQKtIkq2LsTmfm6PUA5QDQ2C00doTWKJKn"
    "TZuafwSQcZp7GF1CH5GOT5LLj6c6Xs/EG4H6oKHrg6BBChqkTm8Bphf5/A5zylDoJIMqmo"
    "OgouSyZTzU9iqgQ7HRxa3l4fX+6LdWiD0jFFgkjqz9O1pO4Flsg6zM3/gPaq0IeXy1qCz1"
    "172TfCRuxcVxiQehWJhv247k05lvC+HxQcp0JhSVOTa5w/tSqWrX4DmTN5Dfi3ajbRsm21"
    "bJfeY/d63ulhxgIL2DeFcR4oeN1yWsWEWapI0hrGhSOhPCiuMchWuSKATdMIGIAh3SXYdw"
    "p1WbewEE1M81PvNpP2Hx3a48QBGbqUgtD8VlJLMyj3N9OkRDhrgz/ahey4Ry9f0nMaHrIC"
    "f3pg25N2pyb2Q1J1usWfxXQMCMaxfRiINkFJXWiNkSyACeG2gdZLhs55YP6PborWE/Qshe"
    "c23RZRkkYIP6+EdeiZBQzPRuShEhUKVSJRRTm9vt+Ek25ZcQHzmBwpwWcRVaVxw4FK+ZPT"
    "iuYr/78OFtSbHfvalq7h/f3d3zAzXV8lwIM8UOhqIVKFo5vQWYUFAknQ/ynqS/T/UAkff7"
    "Ef1tBohk4/whCmJMFGSi9Qfzo1goLY45J3rj3HKEgRGQQSa6Me6F6/jmmbwR/I7tmIMld9"
    "qGxMe0zEFlReyfHjQhokIOzId5nW1QUgolpSdt0k2ronRCuUPo8zXJ5ihXjOlfQfdVd89N"
    "K/kFU78N8BKhqBR61U2oRgD/GzIpJ7cAEwqAJIWjTZMP8+fLNiWlw8w+bBsGmYR3aHRMhC"
    "99hPUmxwkQ447E6zYn4rX6QLyuTzXjUo/JF9BgWMQYR/EwXji4JwO7J2DXnbZZcb91sP8O"
    "Ueqkf73UtCjJHDQvUCJtbwXxIW2ML4W/nF33ApkXyLycbuZl/8PTXJQyyrgUwSCDV7kpp8"
    "VxJm+gaTLAjarx6hfksh1LGiRXcQaS3X8QNSNNT2eUUQYS3f9VSMcIfBxuZZmfSSLG/10c"
    "4n00q338XwAZuHGHSWTtfu4dNIShLF+0MiouGoyKi7pRAUWlIxaVbthWMjNYTXYmD2R3aa"
    "11XOm46zscONGLwlfMMdWutxe263GeVx9nU7QoYUzknFN+9+b97cef5KRn8iGh7CFK32hx"
    "99Pn+1uoP2gIUl+1iVFfqUPUV7UINWNoG8pqxNQFYgIEemSrBt3WeVkh24tDH7vSnavkVY"
    "IEeiUtyBFyPI9rDCrTxuqYaA0I5NYuqnQos1EUyXJWaquijDIgMQi9QSeQw4LapAktAE1G"
    "9+tPHcxBMCNlpunbf6DVhpDH251JuVAkcCtSy0Mp3OedvO0IgMn0yzVtacMSt6NoEXV610"
    "M+fkLRi17AuoKCVq66ug7i7UpWnKfktACYdEj2N+1A8+QDe+Nr7Q3msFgn5lEADDI1+ru9"
    "LuZ/O/8O9laH0wrKpO3cn2YI6LNM06q98QIBnri2J66IfaiDzSaFPQbKDk7P2/hub+Etmt"
    "2NXGzZ1t/wRMRkHI5T8TYGKxPNllevvKiMMq4ksf+WFBR4IeEfpueuVVDgrtWNCN0aRINr"
    "D/sv9JxmSdysjd4V8SQTYtQmbyZvxH4d2+SF+opBLw2D+oohctTa8ZsKCrSuglj9eEMFZo"
    "AfPLYGPl70zPAdDXUVUFdxegswvXjb/d5FXzTH23KxZdt4GxIREG+bl56Gtuw5tWXHkaTT"
    "RL0ae3EDXcTz1217sRubsevRzyf5qFa15V0gjKB5bLM7u4il7ZbO5A3wcEYYzEoRt6L1mi"
    "1zhBHbeYTpUmGEnjCJqa1PtgRq3L4ehPM5hEsXxWV7cwyZ5nszDhiWWB3N15hWsQYFRsa+"
    "yNTBfnJzO8XS8cSN15hWobAKX7MKcSS7RbmR/QwCCYT6xA3KOumWCtAYZkfe0B6mCRmerX"
    "87ggRqnNUyyKgviIRDJPz0FmBCkfC/ktVCEf1OHi0PRbx/2Qv1GuT+ko/085AXhyi9Yenn"
    "Sui7MqB0aX2pzagTBqmlz7N31R5oCq1x/eofCLHPKcQO8zgHLC7mf2SsFbfJAQbS2/8Ezj"
    "DCJMJMUrbZEKopICYZNv111RWHssa+LaMM3LxnrZTDWYN2OKurh/mN6x3NHe1bVTQN620c"
    "99E0rhcCiq1d0dB58YkjIV+daRYgI27w334faotDjb1RNfZRHGgHVgqMSbbHyKpEmK+j19"
    "tgVPy8x9GRv9od+kWqMJM2dI+14A7daGXRBARs1bpvskZRxL++BqElDFBaS/TKbwFWZ3kV"
    "FwADlQvyHOjdHZkDOtlbU3Mrhq+C8pFDUZccegUIXlx3Ly5CilEJjfVRIgzY78p+koRDOy"
    "511EwFZlywaICZIMl8Je2oXBllHM2DqPQdZ8K1l63bEKpAA/geO0C0r9jT2eMCxADCqyH+"
    "VhH+hgB/rQCKBG4cccXrvugmVCRQ4wjvfywOVJwdf8Rp1GUByjgwETvXbeMA002HBagAYQ"
    "XmW/J3n3RoLtR1f7vnyxbFfzbKRYe9jTz5LAzVe8ffyQlGVb1XLFL7FSgwcKh29/s1HdHx"
    "XdAZp3Fnkk2cUdJrBimFGbH5TKJHvbRCgTDOYxwkBgX3YIx8niXD+7inIRs815jFEWHgoH"
    "RmH7JoR14BSC9AeuEE0gtp3lGH9BwAZLcie0Jhp7+nfUuKmNPfs6am5oBT3vt0nKGK6X81"
    "9HEmb9wdG301X6gjSZjaoRNLb9K+I4TbGYEinifiKryvOHAoLZG/Mq6iuPvw4W1JUdy9qW"
    "qCH9/d3fNTMV0LLoSZwuTY0WavtHKQJZABOrmyza8u2+zzq0v1Rk+eSXnWdSlLMDCsZ5p7"
    "+ccu8KKaN5yHZQ6MGS7k4Bw85jnYo0eiPgo3hGoV82XyJsb2B5lWqTUrOzQvV9VbIDo1zy"
    "UhuwPDDMwZFTzGxKyi6ktj11ZQsHtl8/fiIEg+rz2rAgJ6XWRXWUNv8WBJ6SOW0U2O6qOl"
    "qGyKkH6LdxUJi9B5ESJK7dULkxkdjU32IswY1T32D4CQ0PadB/0sbRkI/Hfj/wlFFOvNqR"
    "UgxgXr+mkVmFCs6I6/k08evscPSTuNImRUFloeihytduL8a+TyhyJIi88bZG0JZdYvZEUt"
    "tnGY9YwiZHkxsnBgOVbqxCX/SwIuiYOYIYtE1obE0dJyAo9jkOWT4AHxN3l2MLPIOpXdvZ"
    "dDLcqw7ydv+GpRWfnxP106j5SGTvqr2R3YuzRUdSAp1CRPsiY5W7rWbshe3kAvpE33mrp5"
    "rda7BlVxI5/4MCt00AGAHgr5O9fobZgbs5c3aUv3N+vE51+EaTsHJZhJxJ5WojOxS+PwYx"
    "w0Ga47gVZGaxza0V522D6z0lB5LZPuVOy5wa5XPW5a+dhaYvjUEUTkB43Ie4g5soJ5dTVr"
    "gTAgGjN27TDF/9a8/C1DQMCxm/tBIg9FOoMVC4AxlPdmHq/Qg6OfOhJRYBx3b6/hf6x+6l"
    "REAflz9Uy+3SD3scExyZ8vD/klbiLZ2i1JI9lJ6tfiiCQG7QQWXwj0kNw1YqXvJY9+t8BA"
    "Led04klq/ybqoPAjUPcz7iYG+pNXnjDxneSr6tiOZZBJ7Pc3RYPEsovZ1P5mDhjR3fzysz"
    "kOp/Z143DN+FcrD0Z8fUtdAAHzc7XTceTGWDmlLnt82EoXBA/a6LcWRdETdpFFYkaxt68S"
    "cXzf2jVdJdUiJLQc+sgXzHreYB9ZmFkeQdQKCJcM6DOK6oZ8n28M1v4crP39HGQdm0eEQM"
    "SsFn4M+R+vfxaUYHAadD2Hw4iskH7XsoAyZkcfg3kdNVIAjKG8x/uh5Em6pntrDUrSlQ/B"
    "i1ZZ5ouGLPNFPct8FIN9inv2tMz171Dok5dtw1xpQeKg0e6VZY8y5WAK/RUTspj7uopBbT"
    "FDPfFpqYzv9zfFKPTF98VFMs3KQrhx5jiaQlYNqFYS0nLA+euHvu7GUeuHRywLd6uJzuQN"
    "rF7r/0KzlB0NcjN5A8kdZsqMLx112TBazTdn1OUIxa3PJPK0Rs/kAAN38FUrhq8aGL6SOH"
    "Z4qxWGyOVNstD6S97iiLIOdzAVKJNoPcbsjk5jO4B6I3yO5qb6stCypf+h1VT/F/JskTVD"
    "SQf7Hm9t+MckuYqkmX2Nn7JudlrPJmqjpU3t+x/A3nuCdvbJ/F6WECQ59gLM7wrc2Tn6YF"
    "n2Z1lO6YRNT8F3TvSoPF4LicNnayprbzPhVgfr2onSqS87MOVHIz8OI+R48pO0WRyqbeZQ"
    "bZMa57qWiQAySZOclkX/V7K6c5i7UWmb/PlBXZPcRLrKRSeTSTgVw3qwuQJhvPKxK9UODe"
    "FXETSWQl78cR0HbsKftSUe8ukryr8g8l7l34a+CtCznf/zTyNFbNuYfOdqk++8Pjsq/St1"
    "FqRAmGhTDzEfGIY9DEevuyEUae3fAmFcQmeQdAP/KyPJiHt1d1MOMIDfsXubHGqTtWZgKY"
    "NAwV63wNIDQZzCwHbWTHZ7cxP3NSjUtXddBeY8ci7jgDprWXNf011zVShcN6dx3VyEHKpn"
    "ABYIAy2UQY5QbjITrXvhc4CBDA9ymR8jzJF0EzTUue/lTYo39VYT4TqBE2GtVIAIMcYQ6Y"
    "3QEEX2Lg2sQWkZBKRWSQ2InmOdyRvgloxwZrn8mO9yr1EZZ5J6HTvfjQNMNx1WoAIEl2Tm"
    "CZU3DG0XB5IqqcyydWLFxpl8r9mVL4v9u6ebMvm0bHhzabSzKNR9zDOUOvWredR5G3G9Wt"
    "ouIsSkM6A342X/49Da1QXGJEpHPlYhHzNoPiZCNPm+GvwWCOMM80H6+pO8cxftUcaBVWh6"
    "HepIe7z/KtQRK6tPdkNPy81p7gIpBJZtHByd7o8PtasKs0sJk57l5P/5O76y3qabnVpOhC"
    "yXxAHbdXesYvcRMbq0KNlNkUvegFquwx8hy/E8LhaH9VrX0T61xRWKaW82tJxM5oe5bPDD"
    "4AZFuEFx1lsbRkiMMkICBel9kzrxGhECmaZaPtR38FaLTwEBdNZCMLHrIuRpEVrCAKUyp1"
    "SLzwIAZFbJTC4n176kQgAZw+jIRkEUB9q0FxhgvRvrycaVkK6u784BI8ayfvt9qGjW2BXe"
    "fMNqsZ3JA9ktyZ5QaOsHJ6bI+1viuyhiW4LE8lBwK0xl7cwVOk5j5HEdtwm1UvfltjVcUz"
    "aLyuw517jtf1ErSXtTQ0OqCDIwHjFIffaeNO1rC0QYhNvmmuL5ISIuovTWdyJlJVtJ5vBZ"
    "uJO2nVz8YK7nH+k9P9YeaVHnhVqYWs8RSe75wWxjYVbP1bRGwXiSHnLJN63qUW4aClJuDh"
    "6r+6XUUvkFxECFP8iYXZd4Wns6kzeQ374G9sOM3fEsw9HvmJwcx8cpzkRI/2pmAQTUz9VE"
    "/ORu0Nb5FIchiZjKRiwLHTQSaSpuU0H+KDGTLX6IHN0xOyWQcZbe+dVVKyfzqsHJvDpk6d"
    "FYGtluyDHKA9uzViOmjLN8hzzsqBTD7uFBhbDNxY6iB8DP2//6W7l5DV7eYSePfzzbX1pW"
    "NSQCJ3pR+SA5qDpC5IXtWttnpgOarIIkW7IU8i2c3bs3728//iRPuGTyIaHsIUrfaHH30+"
    "f726pvgj220VC6uTwoXYlBvEGZEmtJZwEAPmWVXNDVftJuxi2KsHpE7f7pQTvCKeRgOu28"
    "VIHaZJjCNaPHVglD+WhCpT3/YWkwvBc3kN2zVmHLs4aw5ZlkaIvK7P3rpw/vdY1eD7vM+j"
    "/Lx3SOx1sDuQkZJdO3VmpUrSqq2L3JGxy91Oj3/wfjj4Em"
)

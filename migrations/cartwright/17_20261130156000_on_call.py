from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True
SUITS = 10  # it only adds
TOUCHES = ("job",)

# Jobs that wait for their next attempt are counted and listed apart from those that are scheduled.
RETRYING = """
        CREATE INDEX "job_retrying" ON "job" ("queue", "run_at", "id") WHERE "state" = 'queued' AND "failure" <> '';"""

UPGRADE = {
    "sqlite": f"""
        CREATE TABLE IF NOT EXISTS "backlog_figure" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "span" VARCHAR(6) NOT NULL,
    "at" BIGINT NOT NULL,
    "queue" VARCHAR(20) NOT NULL,
    "depth" INT NOT NULL CHECK ("depth" >= 0),
    "oldest_ms" BIGINT NOT NULL CHECK ("oldest_ms" >= 0),
    CONSTRAINT "uid_backlog_fig_span_3a6422" UNIQUE ("span", "at", "queue")
) /* The most jobs that were due in a queue in one minute or hour, and the longest wait of one that was still due. */;
        CREATE TABLE IF NOT EXISTS "failure_figure" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "at" BIGINT NOT NULL,
    "failure" VARCHAR(16) NOT NULL,
    "times" INT NOT NULL CHECK ("times" > 0),
    CONSTRAINT "uid_failure_fig_at_eb6d8b" UNIQUE ("at", "failure")
) /* How often a failure happened in five minutes. */;{RETRYING}""",
    "postgres": f"""
        CREATE TABLE IF NOT EXISTS "backlog_figure" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "span" VARCHAR(6) NOT NULL,
    "at" BIGINT NOT NULL,
    "queue" VARCHAR(20) NOT NULL,
    "depth" INT NOT NULL CHECK ("depth" >= 0),
    "oldest_ms" BIGINT NOT NULL CHECK ("oldest_ms" >= 0),
    CONSTRAINT "uid_backlog_fig_span_3a6422" UNIQUE ("span", "at", "queue")
);
COMMENT ON TABLE "backlog_figure" IS 'The most jobs that were due in a queue in one minute or hour, and the longest wait of one that was still due.';
        CREATE TABLE IF NOT EXISTS "failure_figure" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "at" BIGINT NOT NULL,
    "failure" VARCHAR(16) NOT NULL,
    "times" INT NOT NULL CHECK ("times" > 0),
    CONSTRAINT "uid_failure_fig_at_eb6d8b" UNIQUE ("at", "failure")
);
COMMENT ON TABLE "failure_figure" IS 'How often a failure happened in five minutes.';{RETRYING}""",
}
DOWNGRADE = {
    "sqlite": """
        DROP INDEX "job_retrying";
        DROP TABLE IF EXISTS "backlog_figure";
        DROP TABLE IF EXISTS "failure_figure";""",
    "postgres": """
        DROP INDEX "job_retrying";
        DROP TABLE IF EXISTS "backlog_figure";
        DROP TABLE IF EXISTS "failure_figure";""",
}


async def upgrade(db: BaseDBAsyncClient) -> str:
    return UPGRADE[db.capabilities.dialect]


async def downgrade(db: BaseDBAsyncClient) -> str:
    return DOWNGRADE[db.capabilities.dialect]


MODELS_STATE = (
    "eJztXW2Toza2/isuf9pb5Ts1/ZreW1u3ajrp7E52Zjo7mdzdrakUhUFuK42BINGdrtz57y"
    "vAgAAJIwZhkM+nTMx5bPcj+ei864+lY0f0OcIPW/rqjetGiJDl/yz+WPr2DrF/iB6vFks7"
    "DKsPkxepvfZSjM0JrgmNbIeylze2RxB7yUXEiXBIceCzV/3Y85IXA4cJYv+hfCn28W8xsm"
    "jwgOgWRezB51/Yy9h30e+I5P8bPlobjDy38qWxm3x2+rpFX8L0tbc+/T4VTD5tbTmBF+/8"
    "Ujh8odvAL6Sxn/5JD8hHkU1R8vY0ipOvn3y7/R+a/0XZNy1Fsq/IYVy0sWOPcn/u2ipfW1"
    "rWh/tP1k93nyxrqUCQE/gJueyrZkv2kHyF/z4/u/zm8ubi+vKGiaRfs3jlmy/ZR5fEZMCU"
    "ng+fll/S5za1M4mU45LUMF572LFE3H67tSMxuRVQjWP25esc54x+HcnLv2xi30n4W+wCF3"
    "nkFWFfELmvim9DXvno2Sr+93+XutZkZ/9uech/oNtkIa5bFuD/3nz89m9vPv7p/Pq/kg8M"
    "2K8m+zV92D85Tx8la1SuSUxQJFwR6W7nEIe3fJflyF+Y86YvCU3/q7C/c/lhtnaTy1Jpjk"
    "Fmdbe+ft1lu75+Ld+vybMqvx720ZkKwQUAGO7O8Lkqw+fjMrwcSd/q4NfB9EWF3lzewP17"
    "dt6FXyYl5Td9VuU3Qg/Jl1JguEQYt4O1MBwGhNoeI9BVOupqMAP3cyeyW7huUu0EsU8jNX"
    "1RQkykuAvDcoIbW5nxo7aJc4BxquKyy+a9lG/ey8bm3X9hi2xxGCZfpMHzbRB4yPbFVIvg"
    "NdbXDK+L9uIVDcy3MH17f/8ueecdIb956QtvP9Uo//n97R1T2ulKMCFMM4+t4YvkBK6x5/"
    "Wnn0MD+wrsOxFKOLFsKiAeP0gd7CpOl489rgrPnOw/n59fXHxz/vri+ubq8ptvrm5eF952"
    "81Gb23379q8J35V1aS5AHLq9FqCKgwVQWoAkpLp55OJ/yQtr23l8tiPXajwJzgOZbPPR7n"
    "xXf8X27YeUzuTvTr4wH26OXUzvUltIFpAuJVYHY9KJrIUKYZ1x6c/LYP0rcmi26xKasv/F"
    "7vIXiFmPGbNW1R16dcYRmB1ZZ7NfVKAYkOYhvYjfszoxXT1YRDrlR8XFKQAmuo9Xl10cyK"
    "tLuQuZPGswrBhxKhEGcnzdxZG8ljuS1w1HsnYadmW5BjOQ6uF99tLSUCd6yCTtpGi+7qI0"
    "ruU647qhMtZoE0SCzfwJ/S455kqEAZGnFjo/3f3rU8UDz2n80/s3/0oZ3r3sn7y7//DXXJ"
    "yj/dt397d1Db2hSHAGytkuAEC2MtkRsonoOJSzXSKA7h50sz+aqKrsKsoA2nVrbK4mrbOV"
    "V0KAYCHBE4oW3e1s7L3D/uNSEiwqBVaHYkUoEbW8XBZKGEcz2zSHg2jwiHxra5Otih6oos"
    "YqYpyxdQxViQPHgMI4CgOiluguIQZ6dGedymJaqmIajnOq81UILgAG0qslzAYJ1SMH59Hv"
    "IWYGrfICVHEG6efTyqe+Cx6w/z1TWnGEpD0+VaGDlrKXiFsbXv4o1vIjUqqx24sbZ8rddD"
    "kWb+TH4s3+WJRb0PxSd7TteIhJ2nsw645g3xHYdm0quYCYROjIx+HaC5xHZlfEPhVZfm30"
    "N6CwDIaWeYFVotkq+dEm5DmI3I+IICqzSqpCB62ScC9uRYU8xPDmdTpCDA9ieJPQxoNZeR"
    "D+gPDHtLb2aRkaH9ny3MbMbJdaGZzEQRMjWWxrXQpD1MPoqAf7Fsp6gwOB0pir0kAbpvq3"
    "nxLrUao2eJnDiiOTtmghDq7JvEw6cE2O7Jps7B32lE6+EqErWXs8fmGo1ET1BLh+4PpNdW"
    "uPzb/v9iC/BI239V8bxTvTyz0SK+TrVM40+zFHZj5CT8FjD/KrOOB/pn7jT4iQjCehy5g/"
    "Xh3yFgknCH7ivOw/8BMhhTUJY28wPyalhyk9X3CoyfdtFWVcJ5WeIaPgMR7XfiOI6VpV9j"
    "kQUA/O+oz4n5Dp/DNJLVSh3Zw+O2g0JwcOXD4xR1MDLp+YU57g2C1zE3JetDTMZW3oTyjC"
    "7E3VbUEhHCJKfc2S6d8MMmeHpyjZVo2KNIAmtuPqYDwKPKX9nMuPuJ+dmNBgl5l8c+wp37"
    "Hvbzlb239AVr5PBTq8bYq37C1glLfCKG/MnEJmkT2JmuzayK/gRmQ8t2NmS3gWqmamR568"
    "6OgNNXDjhVHO9BorUEtiih047X5FQxdgQvGpb9n6PATyofTF89WhOJXDS0KoauRdC6GqEw"
    "pVES8W3J8jX45c3rhA1VC9MnOKi8yYXP5rNTiWD+StwQwIQbUQq2UqbxgQLGZdej7yEGMK"
    "VsFvAbN5mDkfUeDGjnzCx/7xQaM55AT13uGUm+d7o4xQm8bZEKsIO8hyULKcDPWZe8TtVr"
    "jpCazuU7e6H2MlozsTN9AwHL629bgOzaTI1ZIdA69GL7/g2BzJsXERtbEnmN/ZRnoBAcLV"
    "PUnOWmyQ3ub51IDg+vRO2dQs+Y6Wdw1lEv/Dja4tPJ/OhkjpRo2nS8os/hzLSELs0Fh021"
    "yLY1NCDFDZI9gj6rUKUKXQohcg2gdVCqe3ANMLt77d2elf3xZzzWRWHQOvFi7EoWRhXmZb"
    "S/A0X1sVcqsgg/rthru2y6aKtewUStgVjDbbU2pE34uDQdypIQMS4F+vDCZkELz1n5BPW+"
    "oWS4GDpgCuiB7FDJjMiWW0XRAk82Z8FYo5BKiA5lAwgqInpMInDwFC64R6wbNFaOA8WnSb"
    "TFUOPBVuJejxaL6aEc1OFBCSfKgavzwM9q+gMY2RJIjQHOhK24OgCVCtCdBFoYeoSP8eIp"
    "xHAusKrENcfVCFAWHd0w7rfkzNQZu2zBblRVaHb6OoCg/qy31mTLrlQMXS+fqlUWtb9cyS"
    "HDGCAtqRfT1urbo6e/zyGqRThgsATyVKYRivv8W2TzEV3AEiZZWHAKeSUh6lGpMCYGC6Yv"
    "ginmlPtTTUcoOSlAktAPgup+27/JSEWt8h90E+35UXWR28GyEN3Xql9DjOC/u/R7ZtDjox"
    "uZ/T2YNp+w0Y5sSMonlmWe4yaxPyGC7kNGeTDkZpqmoUjPJc3kCb/LxblUtLkUujCc1ST3"
    "BXMJDRqu9X1+qR5K6CgNSGXp1HGcaM1OpsKjFmxCkzvYNI5awqAOZVZOoYB+8HavG5XN44"
    "dq861btetdS7XglqiRWjEhCNmHc04lv2z6V0hGfUYRKRk0tBH8y8jiwYIjSnIULj3+JYDy"
    "kYsOUncPfotFjVPJ4Jyt4G3bSQu4Pc3bR6RE/PWH5L0W7ZYjCnzzsZzRbORQfO2GVvfqja"
    "EExqMKlFJJ+OSc39Tjrudv6XZdApegqFnvNTJlDnqbWFxMfU6j2UUIQ2iWYoSjR/AaZkWG"
    "+R8xjE9LvI3sjD0RWhwyb2XtxyC/mjRKgnYGUYbVkX6/yIBAek3Liu4wwsFTrrlCE8a8kQ"
    "ngkyhD55RpHS5GQOMmIW9o8vuhyTFlK1zE6edtgJjkfdx+NbF+3CgCLfefk7kk8uqkodPC"
    "BxKZ/rwKEjUcQJwrT4Inl/CEAd85gslqLr+VgATDwYOxXRnrVU0Z41y2gV7Q9zzY7zq6tO"
    "ZV9XLWVfV3V2N+zzUcRcbl9p2GENZiDbw2dtoX9htAsCpIRK7weYtdk2GJ/rwBUoW7kHks"
    "sb8fsf2/2A6NyRw6PTbpqHsoOVXvfvPjlclxKvL3u4OuTspQc00eHjhZ7tsB/5OtWvlaBa"
    "szWYK0lMKhKql4bmr6CdjT0YewT1Caden3D8kt9pnLbDlSfwqqrzJudBRtiPNf+xSyjkWh"
    "4JuW4EQiAjIyX7olNG5qIlI3PRzMhkB6YC0QXAQIa19BzajoMIsfo1DQjBg/QOTIp4DZc7"
    "z+JWxRGzuZ2SuQrD2Bzbd5BnMTediJo0WjR1HWjedh5+zAY0wwxqzJF4TQNqe33K95pYiE"
    "71jk6RLQ5D9rV6LUQDCwvReyF6/xzgtzBYIWscRUlBhdJhymEMNFsuujg8cnenYRTmGmOH"
    "GFVK4SoB1EC+hzdcCt5s142YK6OSeBNhjSB97CTcGntezzUQQA0YhjP2AsDcobKquGNZcW"
    "tdcUPNROgJo+ce3mgDaKI3quFu0z1vBDNnXs1grCMNSjZA59NpLQDU1h95AVzkYLfHAlRx"
    "oIHmXNxyl1ykvGyrcMkkVp3KXCxUCGuchU8Qe56cf1/V1wDT7ofVK3Cx16gx+Pw30J1THg"
    "KciqK4L2p9Orm8EVGVqtdz2cXpuZT7PJfNUBaklPWmlF1EFYtRSoRxkRI9E5phvrjWWp9f"
    "g7XQSmiz1EoM+CF9/cCNoiGx+SorYpqUD3cJAYxxPz0v+h320bLNiU4FVt18aC+XPc5d2N"
    "D9MWb3B/jGGpoNYBaiDlrJY6zkvmXiBvpuw9dbp/9V4DaXN5BcLflWGOM5vDqAMZ4TcuES"
    "m9HqXYUqQsNizNUj+dF+2bUk9fLHq0PeSMgJ6nRF4igMyFcm88APAT9kIhzznf3ZzlYw7D"
    "iIgbbd8EkP5rU94f0Yjs4ccxgDSR6+Cl293h/K/JUIThuUlTLPOcC8xJIO9y//xauORajj"
    "xhq0Mp5C1jGN094FsU/7+CF1pElWxditodRWa5ooAKCxO2jsCG1QJE6btnVLcCDjNLceXU"
    "IekYpPUsiPpzpez8Qbgfog3fVB0FECHSWntwATinz+tG95fp+5n5IAaE1qdSgOKmheP859"
    "RhD41HGJUeAqGXG5vHG+4PBGMmS1C3JvupB7Iyf3RhTT2GHF4HIJMc6g0+J9OEk4IsJIae"
    "ZDBWQAz2NPe+hdUgDVBIMVhEcIWRumLfosgwBsUJ34yCsRBgRTtdGFPASiIHVCMbGY3Y6f"
    "RGM3gsBDti8xp3lcjdY1A+riNbcHx1Xst/f37yqK/fZtXXP//P72jh2oqZZnQphKdjAERS"
    "AocnoLMKGgSNp/8iFIf5/yBpUP+5lZXRpU8vlaEAUxJgoy0fKv+VHMpa5ixolau3CBMDAC"
    "oqVjmDIvXMU3z+WN4HdsxxwsudM2JD6iTexLsyr7pwdNiKiUA/NhXmcb3GGm8Xgc/A4zMO"
    "l0NBZDHSnUkZpuc1QLHdVnQn/VMOhpJb9gqpQBXiLUQkMttAnVCOB/Qybl5BZgQgGQpHC0"
    "rbO+eL7qUlKqp7e+axhkEt6h0TERtvQRVutM5iDGHYnDX3ad/Goeky+gwDCPMY5iPV44uC"
    "ea3ROw607brLhL7oR/jwix079eaFpUZA6aF+kt89aOE9dpY3wu/eV8nChkXiDzcrqZl/0P"
    "T3FRqijjUgRaBnswU06J41zeQNNEw40d8fpX5NCMJQWS6zgDydZw0++eNDWdUUUZSPTwo3"
    "aPEfg43MoyP5OEj/87OMT7aFb3+D8HMnDj6klkZT/3HhrCUJYvOhkVFy1GxUXTqICi0hGL"
    "Srd0J5hJIyc7lweye5ANiXA+WnrVJVh6JY+VXjVCpZSiXSgqVpJXKnEQaNasWxY7+2WNLD"
    "cOPewId66UVwES6G0MjbcJtVAUieL7cg1cRRmQRIE+ihOI90Mdx4QWgDC/T5l9DgTzJGaa"
    "6vonWm+D4PFNZvUsJcmumtTqULrrOZO3bA4wmd4iuGZ+WC0iT4W5yMNPKHpRC+7VUND20l"
    "TXfrxbiwqZpJyWAJMOSbgidl6a4vDd83JbQ3b1/JxNjeEmScfsb2ffwdqpcFpDmbSdh9MM"
    "PnkWaVq5N14iwBNX9sQlsQ95PNSksIemTMr0vI3v9hbest3dKMRWXf0Nl0dMxuE4FW9DW0"
    "ldvrxqpRhVlHHlW8OX7yPfDQP2YWruWg0F7lrTiFCt1zK4Tmv4orhplg/N2uhdB65gmobc"
    "5M3ljdivUAJwzBKAwe8jhRIAHTlq5fhNDQVaV0KseryhBjPADx5bAx8vemb4joa6CqirOL"
    "0FmF687W7voi/b422F2KprvA3xCIi3zUtPQwvrnFpY40jppti9uIEu4vnrrn2rrY2rzejn"
    "k3ispdzyLhFG0Dy22Z1fWtF1S+fyBng4IwyxJIhZ0WqNaQXCiO08wiSeMEJPOIiJpU62AG"
    "rcvtbC+RzCpcvyYrI5hkyLvRn7VHQ/ffuVj3WsQYGRsS99tLGX3HJNsHCUa+uVj3UorMLX"
    "rEIciW6cbWU/h0ACoTmdgNBeuqUGNIbZkTe0i0lChmupT5IXQI2zWrSMRYJIOETCT28BJh"
    "QJ/yFYLyXR7+TR6lDE+9e90KBB7s/F+DMXuXGI0ttofqmFvmvDHFeLz415XtzQqfR5/q7K"
    "wx+hNW5Y/QMh9jmF2GF2ocbiYvZHxkpxmwJgIL3DTysMIxxEmArKNltCNSXEJMNmuK668l"
    "BW2LdVlIGb96yTcjhr0Q5nTfUwv9Gmo7mjQ6uKtsGmreM+2kabQkCxsysa2i9eYAvIl2ea"
    "OciIG/yPL7q2ONTYG1VjH8W+cmClxJhke4ysSrj5Omq9DUbFzwecbvi71aNfpA4zaUMPWA"
    "tuk61SFo1DwFZt+iYbFEXs6ysQWsEApY1Er/jGVHmWV3JZKlC5DJ59tXv2CkAve2tqboX+"
    "KigP2QT1yaHXgODF9ffiIiQZldBaH8XDgP2+7CdJOJRxqaJmajDjgkUaZoIk85WUo3JVlH"
    "E0a1HpGWfcFYGd2xDqQAP4HjtAtK/YU9njHMQAwush/k4R/pYAPxRATezEJNSO+ixAFQcW"
    "S+8yYuxjsu2xADUgrMB8K9DukobBpbwMLXu+6lCLZqFCVO9FwslnYSgmO/5OTjCyYrJykb"
    "qvQImBQ7W/G6roF43vEc04qziT5NaMcjAziHDPiM3nIHpUi3KXCPM8Rh0hEbiWYeTzLJkl"
    "xzwN0Ry01qQCDwMHpTf7kNQ58gpAtBui3ScQ7U7TYCqkFwAguxPZEwo7/SNto5HEnP6R99"
    "i0B5yKVpzjzPhL/6ugj3N54658GKoXQB5JwsQK7ZggUTApCJid4UvieTyuxvuaAXVpieKV"
    "cRXF7f39u4qiuH1b1wQ/v7+9Y6diuhZMCFOJyZHRZq2VeowqIAN0cm2bX1122edXl/KNnj"
    "wT8qzqUlZgYFjPNPfyzyzwIht/W4RlDky9LeXgHDzmOTigRyI/CrcBUaoty+VNjO1rGZ6o"
    "NLo5NC9XNVggOjXPBSG7A7315kyuHWOAU+A7cRQh31Fpsa+hYPeKxsHFvp98XndWOQS0Xo"
    "huVoZWV21J6SOW0U2O6qOlqCyCkHrHcR0Ji9B7ESJCrPULFRkdrT3fPMwY1T0y908oIlht"
    "bCcHMS5YNMyFohOKVdyyd/KCh+/xQ9JdIAlZVIVWhyIX60ycfY1C/lAEY/lpixY75tMufg"
    "3WZEG3Nl08owgt3BgtsL+wF6kTkfwz8Jkk9mOKFkG02AZxtFrYvsswaOEF/gNib/JsY7oI"
    "Nqls9l42WRCKPS95w1fL2sqP/+nC8YwktNNfTXZgZGmQ+nxGqImdZE1svnSdzeC9vIFWcJ"
    "dmHnkvT6OVB6qyRj7xYXSi1nloLgrZOzfobRmjsZc3aUsPN/rBY1+EKpcQVmAmEXtaibbv"
    "UOgFL7uWNidO4qDZ6lZlj5J0m4K7NaHU2zDuVpvhBubFaamM7/d99BJ98X3ZZt+uLLh+/O"
    "lcRStXEuMOcR8v4j7Q5AC5foAp7RrHvUBDo+aiB09Yed1S6eeZU3k9Qpr+OYhcpUqIAmDg"
    "DtZyryzFO6UpnoW8SRbacB25OGJer/pIkBJlEq3HSCX3yiID9Ub4HO05tqrQqqP/oZRj+1"
    "vwvAg2FCUJrT1+sWUfw7aQm+S2NvgpT26RZo5MGS3Mce1/AHvvCbJbk/m9rCBIcuwFmN+A"
    "wNk5+mBZDmdZTumETU/B93b0KD1eS4nDZ2sqa+1y4U4H68aO0iKQDEzY0ciOwwjZrvgkbR"
    "eHtp3ppG7lx2JqnKtaJhzIJE1yWhb9D8H61qbOVqZtiucHdU0yGG9diE4mk3AqhvVXhlbg"
    "xl2N+nvwG3ft9K9UWZASYaJNraNdBbqB9NHrbAOClPZviTAuoaMl3cD+ykjQcSkfVVQADO"
    "C3hU4tc6FsYgUbxcBSDoF2nn6BpYcAMQp9y95Q0TDRNu4bUJhP0ncVqP3IuIx9Ym8Ex2Xr"
    "6KM6FKYfKUw/ipBN1AzAEmGghaLlCGUmc6A0prgAGMiwltlSNKC2YGSrPHKdy5sUbxrupl"
    "jbtyOsdlUsBzHGEBmM0BBFVpYGVqC0CgJS66T6gZpjncsb4JaMcGbBdWHHznfDdVWQUEmy"
    "IG8p2i0PJFVSmVXnxIqFc/lBsyufl/t3Tzfl/n6jej1TVaiIdsLlVpMtdeLXq6PtwkNMOg"
    "MGM17gwrDj3cIJ+Rh9+ZgIkeT7KvBbIowzzC86GeYXLYb5RdMwT/LOfbRHFQdWoel1qLO9"
    "qHrEyuqT3dDTcnPau0BKgVUXB0el++O+Mbksn1GW9Cwn/2bv+GrxLt3sZGFHaOEEsU+z7o"
    "517DwiSlYLEmQzzZI3IAvHZo/QwnZdJhaHzVrX0T61w0S1tDcbWk4m88NctfhhMFANBqrN"
    "emvDCIlRRkggPx0/pxKv4SGQaWrkQz0b75T45BBAZyMEEzsOQq4SoRUMUCpySpX4LAFAZu"
    "NacRurj0/kQMYwOvZM+9hXpr3EAOv9WE82roB0eX13ARgxlvXHF13RrLErvNmGVWI7lwey"
    "53fz74/p1ZV/T3wXSWyLk1gdCm7tL8LMXaHjNEYe13GbUCv1UG6bPNwzj8rsOde4zenm33"
    "nXZx/t7t/JcX2KKZ73yMW27AjMHh48/XaFGNz8e8xz76aLHr6Rq+Gbg+ce+3i6Hzhf1xS+"
    "Hb1IAm4lqN7+lV93NjNN0fajTyxd3lZm7N6+/fDm47/FxnIuHwaEPkTpGy1v//3p7k3dFc"
    "Su0j0chbxJqnmwMNIW5UqsI50lAPgUReGhI+GkrYg3KMLy8UL7pwftCLuUg8lC81IFcpNh"
    "ClfEHFsl1Jy4q05O3FWLE3fVqJJgPywFhvfiBrJ71ikYcdYSjDgT3m8vNnt/+On+g6rR62"
    "KHLv5/4WEyx+OthdyEjPYwcT0iXLN7kzc4epj4y38AR2YbGg=="
)

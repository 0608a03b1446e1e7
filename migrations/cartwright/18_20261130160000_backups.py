from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True
SUITS = 10

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
    "eJztXW2Tmzi2/isuf9qt8k2lX9P31q2tSmd6dns2Sc9mMnd3KzVFYZDbGmNgEHRP37n571"
    "eAAQESIIIwyOfTTMx53PYj+ei864+lZQbhc4Aft+Grt7YdIEKW/7X4Y+mae0T/h/d4tVia"
    "vl9+GL8YmmsnwZiM4JqEgWmF9OWN6RBEX7IRsQLsh9hz6atu5Djxi55FBbH7WLwUufi3CB"
    "mh94jCLQrogy+/0Jexa6PfEcn+6e+MDUaOXfrQ2I7/dvK6Eb74yWv3bvh9Ihj/tbVheU60"
    "dwth/yXcem4ujd3kKz0iFwVmiOK3D4Mo/vjxpzt80ewbpZ+0EEk/IoOx0caMnJD5umujeG"
    "1pGB8fPhs/3X02jKUEQZbnxuTSj5ou2WP8Ef7j/OzyzeXNxfXlDRVJPmb+ypuv6Z8uiEmB"
    "CT0fPy+/Js/N0EwlEo4LUv1o7WDL4HH7bmsGfHJLoArH9MNXOc4Y/TaSl/+9iVwr5m+x92"
    "zkkFeEfkBkv8o/DXnlomcj/+dflqrWZG/+bjjIfQy38UJcNyzA/7z99O5vbz/96fz6z/Ef"
    "9OivJv01fTw8OU8exWtUrElEUMBdEeFuZxDtW77LcmQvzHnTF4Qm/5XY35n8MFu7zmWhNM"
    "cgs7xbX7/usl1fvxbv1/hZmV8Hu+hMhuAcAAx3Z/hcluHzcRlejqRvVfBr4fBFht5MXsP9"
    "e3behV8qJeQ3eVbmN0CP8YeSYLhAaLeDlTDseyQ0HUqgLXXUVWAa7udOZDdwXafa8iI3DO"
    "T0RQHRkeIuDIsJrm1lyo/cJs4A2qmKyy6b91K8eS9rm/fwgQ2yxb4ff5Aaz7ee5yDT5VPN"
    "g1dYX1O8KtrzVxQw38D07cPD+/id94T85iQv3H+uUP7zh9s7qrSTlaBCOEw9tpovkhG4xo"
    "7Tn34GDexLsG8FKObEMEMO8fhR6GCXcap87HFVeOpk/+f5+cXFm/PXF9c3V5dv3lzdvM69"
    "7fqjJrf79v6vMd+ldakvQOTbvRagjIMFkFqAOKS62THxv/iFtWntns3ANmpPvHNPJFt/tD"
    "/fV18xXfMxoTP+3vEHZsPNkY3Du8QWEgWkC4lVa0w6ljVQLqwyLv1l6a1/RVaY7rqYpvSf"
    "2F7+AjHrMWPWsrpDrc44ArMj62z6i/IkA9IspBfxB1YnpqsHi0gn/Mi4ODlAR/fx6rKLA3"
    "l1KXYh42c1hiUjTgVCQ46vuziS12JH8rrmSFZOw64sV2AaUj28z15YGvJED5mknRTN112U"
    "xrVYZ1zXVMYabbyAs5k/o98Fx1yB0CDy1EDn57t/fS554BmNf/rw9l8Jw/uXw5P3Dx//mo"
    "kztL97/3Bb1dCbEHHOQDHbOQDIliY7QCbhHYditgsE0N2DbvqliazKLqM0oF21xmZq0jpb"
    "eQUECOYSPKFo0d3exM577O6WgmBRIbBqixWhWNRwMlkoYRzNbFMcDgq9HXKNrUm2MnqgjB"
    "qriHHG1jFUJQ4cA/KjwPeIXKK7gGjo0Z11KotpqIqpOc6JzpchOAdoSK+SMBskVI8cnEe/"
    "+5gatNILUMZppJ9PK5/63nvE7vdUaUUBEvb4lIVaLWUnFjc2rPxRrOUdkqqxO4hrZ8rddD"
    "kWb8TH4s3hWBRb0OxSd7TtWIhO2nsw645g1+LYdk0qOYfoROjIx+Ha8awdtSsiN+RZfk30"
    "16CwDJqWeYFVotgq+dEk5NkL7E+IoFBklZSFWq0S/yBuBLk8xPDmdTpCDA9ieJPQxoNZeR"
    "D+gPDHtLb2aRkan+jy3EbUbBdaGYxEq4kRL7axLoQh6qF11IN+Cmm9wYBAacxVaaANVf3b"
    "z7H1KFQbrEy74kiljTAXB9dkXiYduCZHdk025h47UidfgVCVrD0evzBUaqJ6Alw/cP2mur"
    "XH5t+1e5BfgMbb+q+14p3q5R6JFfJtKmea/ZgjMx+gJ2/Xg/wyDvifqd/4EyIk5YnrMmaP"
    "V23eImEEwU+cl/0HfiKksCZh7A3mxyT0UKXncg418b4to7TrpFIzZBQ8xuPabwRRXSvLPg"
    "MC6sFZnxH/EzKdfyaJhcq1m5NnrUZzfODA5RNzNDXg8ok55QmO3TI3IedFScNc2ob+hAJM"
    "31TeFuTCIaLU1yyZ/s0gc3Z48pJt2ahIDahjO64KxgPPkdrPmfyI+9mKSOjtU5Nvjj3le/"
    "r5DWtruo/IyPYpR4c3TfEWvQWM8pYY5Y2pU0gtsidek10T+SXciIxndsxsCU9D1dT0yJIX"
    "Hb2hGm68MMqZWmMFakl0sQOn3a+o6QJMKD71jq7PoyceSp8/X7XFqSxWEkJVI+9aCFWdUK"
    "iKOBHn/hzxcmTy2gWqhuqVmVNcZMbksh+rxrF4IG8FpkEIqoFYJVN5fY9gPuvC85GFaFOw"
    "Cn4LmM3DzPkIPDuyxBM+Do9bjWafEVR7h1Nmnh+MMhKaYZQOsQqwhQwLxctJUV+YR8xuhZ"
    "uewOo+dat7F0kZ3am4hobh8LWtx3VoJkWukuwYeDVq+QXH5kiOjY1CEzuc+Z1NpOcQIFze"
    "k2SsxRrpTZ5PBQiuT++UTcWS72h5V1A68T/c6Nrc8+lsiBRu1Hi6pMjiz7GMxMdWGPFum2"
    "twbAqIBip7BHtEvlYBqhQa9AJE+6BK4fQWYHrh1vu9mXz7pphrKrPqGHg1cC4OJQvzMtsa"
    "gqfZ2sqQWwZp1G833LVdZihZyx5CCbuE0WY6Uo3oB3EwiDs1ZEAC/NuVwYQMgnv3CblhQ9"
    "1iIdBqCuCS6FHMgMmcWFrbBV48b8aVoZhBgAqoDwUjKHhCMnyyECC0SqjjPRsk9KydEW7j"
    "qcqeI8OtAD0ezVczotkKPELiPyrHLwuD/ctpTKMkcSI0LV1pBxA0Aco1AdrId1DI079thL"
    "NIYF2CdYirD6owIKx72mHdT4k5aIYNs0VZkVX7bRRl4UF9uS+USbsYqFg4X7/Uam3Lnlmc"
    "I0ZQQDuyr8esVVdnj11ejXTKcAHgqUQpNOP1t8h0Qxxy7gARsspCgFNBKY9UjUkO0DBdMX"
    "wRz7SnWmpquUFJyoQWAHyX0/ZdfopDre+R/Sie78qKrFrvRkhCt04hPY7zQv+1w2mGwwxD"
    "tPfDVn8mc3k6OzNNPwfN/JlRlNAsK19mbU0ew5uc5pjSwSjNtE13RhkEhFKrdGZKvKu7k8"
    "lr6O2cd6sfaigfqrX3GfKlAyUM5Aqr+9U2epQPlEFAau2YmkeBy4xOqdnUuMyIU+rUeIHM"
    "WZUD9Kt1VTFo3/XkIp+ZvHbsXnWqJL5qqCS+4lRpS8Z7IM4z7zjPO/q/S+Fw1KDDjCcrk4"
    "IOo3kdWTCeaU7jmca/H7MaodFgy0/gVtdpsap48BUUFA66aSErClnRaXXfnp6xfB+i/bLB"
    "YE6edzKaDZyJDpwLTd+8rY4TTGowqXkkn45JzfxOOu529pel0Sl6CiW081MmUEGrtDnHxa"
    "HRe9wjD60TzVDuqf8CTMmw3iJr50Xhd4G5EYejS0LtJvZB3LBz+aNEqCdgZWhtWefrvEOc"
    "A1JsXFdxGpYKnXXKEJ41ZAjPOBlClzyjQGomNQMZMQv7x1dVjkkDqUqmUk877ATHo+rj8d"
    "5Ge98LkWu9/B2JZ0KVpVoPSFzIZzpw6EgUsTw/Kb6I3x8CUMc8JvOl6Ho+5gAdD8ZORbRn"
    "DVW0Z/UyWkn7Q1+z4/zqqlPZ11VD2ddVld0N/fsooC63KzVGsgLTkO3hs7bQDjLa1QtCQo"
    "U3L8zabBuMz7Vnc5St2APJ5LX4/Y/tfkB07sjh0WmPI4Cyg5Va9+8hPlyXAq8vfbhqc/aS"
    "A5qo8PF8x7Toj3yd6NdSUK3eac2UJMYVCeXrWLNX0N7EDgyUgvqEU69POH7J7zRO2+HKE1"
    "hV1XmTsyAt7MeK/9glFHItjoRc1wIhkJERkn3RKSNz0ZCRuahnZNIDU4LoHKAhw0p6Dk3L"
    "QoQY/ZoGuOBBegcmRbyCa7NncV/liNncTslciTF3lulayDGom054TRoNmroK1G87Dz9mA5"
    "phBjXmSLQOvdB0+pTv1bEQneodnSJb7Pv0Y/VaiBoWFqL3QvT+OcBvYbBC1igI4oIKqcOU"
    "wWhotlx0cXjE7k7NKMw0xh5RqqTCVRyohnwPb7jkvJm2HVBXRibxxsNqQfrYSbg1dpyea8"
    "CBajAMZ+wFgLlDRVVxx7LixrrimpoJ0BNGzz280RpQR29Uwa2xB94Ips68nMFYRWqUbIDO"
    "p9NaAKitP/IC2MjCdo8FKONAA/XlHyZVL4cdqUr/Xo/tXMbBdp5zrdZdfOP6sqlgK5VYda"
    "raMlAurPDSDILo89ic+6Y2HbgLY1g1DTcAjppSyn4D3TllIcApLynxItd2lslrESQsO/GX"
    "XXz4S7ELf1mPzEKFhNoKCRuFkrVVBUK7wJ+ageMwLl9p6dqv3pprJTRZagUG/JC+bvVG0p"
    "DYfJMVMU3KB7xNS24DQ1BOAy/6PXbRssmJTgRW3XxoJ5Md595JmHVxzGYm8I0V9M7AaE8V"
    "tJJdJOW+peIa+m7Dtw8k/5XgNpPXkFwl5QMwlXZ4dQBTaSfkwsU2o9G7qJqHhsWYq0fyo/"
    "myb0jqZY9Xbd6IzwiqdEWiwPfINybzwA8BP2QiHLODKtKdLWHYMRANbbvhkx7Ua3vCh6ky"
    "nTlmMBqSPHxThXz7CnStSBGc9NtLZZ4zgH6JJRXuX/aLl53yUcWNNTdoPIWsYrisufciN+"
    "zjh1SROlkVY3c6h6ZcD1AOAI3dQWMHaIMCftq0qfmHAWmnudXoErJDMj5JLj+e6ng9E28E"
    "6oNU1wdBgxQ0SJ3eAkwo8vnToYP/Q+p+CgKgFalVWxyUM4vhONdzQeBTxZ1cni1lxGXy2v"
    "mCwxvJkNXOyb3pQu6NmNwbXkxjjyWDywVEO4NOifdhxeGIACOpESYlkAY8jz28pHdJAVQT"
    "DFYQHiBkbKi26LMMHLBGdeIjr4TvERzKTeJkIRAFqRKKiUHtdvzEmyLjeQ4yXYE5zeIqtK"
    "4pUBWvmT04rmK/fXh4X1Lst/dVzf3zh9s7eqAmWp4K4VCwgyEoAkGR01uACQVFkv6Tj17y"
    "+xQ3qHw8jIDr0qCSjYuDKIg2UZCJln/Nj2ImdRVRTuTahXOEhhEQJR3DIfXCZXzzTF4Lfs"
    "d2zMGSO21D4hPaRK4wq3J42mpCBIUcmA/zOtvgSj6Fx+PgV/KBSaeisRjqSKGOVHebo1zo"
    "KD/i/Jtmm08r+QVTpTTwEqEWGmqhdahGAP8bMikntwATCoDEhaNNnfX581WXklI1vfVdwy"
    "CT8A61jonQpQ+wXGcyA9HuSBz+7vb4V7OLP4AEwyxGO4rVeOHgnih2T8CuO22z4m5vYucD"
    "IsRMvj3XtCjJtJoXKJY29oy4ShvjS+EvZ+NEIfMCmZfTzbwcfniSi1JGaZciUDLYg5pyUh"
    "xn8hqaJgpu7IjWvyIrTFmSILmK05BsBRdXH0iT0xlllIZEDz9q9xiBj/ZWlvmZJGz838I+"
    "PkSzusf/GZCGG1dNIiv9uffQEJqyfNHJqLhoMCou6kYFFJWOWFS6DfecmTRisjN5ILsH2Z"
    "AIZ6OlV12CpVfiWOlVLVSaXjbMKVYSVyoxEGjWrFoWe/NljQw78h1scXeukFcOEuitDY03"
    "SWigIODF98UauIzSIIkCfRQnEO+HOo4JLQChfp80+wwI5knMNNX1T7Teet7ubWr1LAXJro"
    "rUqi3d9ZzKGyYDmExvEVwzP6wWEafCbOTgJxS8yAX3Kihoe6mrazfar3mFTEJOC4BOhyRc"
    "ETsvTdF+97zY1hBdPT9nU2O4SdIR/e70Mxh7GU4rKJ2283CawSXPPE0r9sYLBHji0p64IP"
    "YhjofqFPZQlEmZnrfx3cHCWza7G7nYqqu/YbOIyTgcp+JtKCupy5ZXrhSjjNKufGv48n3k"
    "2r5H/5icu1ZBgbtWNyJk67U0rtMavihumuVDszZ6157NmaYhNnkzeS32K5QAHLMEYPD7SK"
    "EEQEWOWjp+U0GB1hUQKx9vqMA08IPH1sDHi55pvqOhrgLqKk5vAaYXb7s7uOjL5nhbLrbq"
    "Gm9DLALibfPS09DCOqcW1iiQuin2IK6hi3j+umvfamPjaj36+cQfaym2vAuEFjSPbXZnl1"
    "Z03dKZvAYezghDLAmiVrRcY1qO0GI7jzCJxw/QE/YiYsiTzYFqt6+VcD6HcOmyuJhsjiHT"
    "fG9Gbsi7n775yscqVqPAyNiXPprYiW+5Jpg7yrXxyscqFFbhW1YhCng3zjayn0EggVCfTk"
    "DCXrqlAtSG2ZE3tI1JTIZtyE+S50C1s1qUjEWCSDhEwk9vASYUCf/BWy8F0e/40aot4v3r"
    "QWjQIPeXfPyZjezIR8ltNL9UQt+VYY6rxZfaPC9m6FTyPHtX6eGP0Bo3rP6BEPucQuwwu1"
    "BhcTH9kpFU3CYHaEjv8NMK/QB7AQ45ZZsNoZoCopNhM1xXXXEoS+zbMkrDzXvWSTmcNWiH"
    "s7p6mN9o09Hc0aFVRdNg08ZxH02jTSGg2NkV9c0XxzM55IszzQxkxA3+x1dVWxxq7LWqsQ"
    "8iVzqwUmB0sj1GViXMfB253gat4ucDTjf83ejRL1KF6bShB6wFN8lWKovGIGCr1n2TDQoC"
    "+vElCC1hgNJaopd/Y6o4yyu4LBWoXHrPrtw9ezmgl701NbdCfRWUg0yC+uTQK0Dw4vp7cQ"
    "ESjEporI9iYcB+X/bjJBxKuZRRMxWYdsEiBTNB4vlK0lG5Mko7mpWo9JQz5orAzm0IVaAG"
    "fI8dIDpU7MnscQaiAeHVEH+nCH9DgB8KoCZ2YpLQDPosQBkHFkvvMmLsYrLtsQAVIKzAfC"
    "vQ7uKGwaW4DC19vupQi2agXFTtRcLx38JQTHb8nRxjRMVkxSJ1X4ECA4dqfzdU0i8a3yOa"
    "cVZxJsmtGeVgZhDhnhGbz16wk4tyFwj9PEYVIRG4lmHk8yyeJUc9Dd4ctMakAgsDB6U3+5"
    "DUOfIKQLQbot0nEO1O0mAypOcAILsT2RMKO/0jaaMRxJz+kfXYNAec8lac48z4S/4roY8z"
    "ee2ufBiqF0AcScLE8M2IIF4wyfOoneEK4nksrsL7mgJVaYn8lXEVxe3Dw/uSori9r2qCnz"
    "/c3tFTMVkLKoRDgcmR0maspXqMSiANdHJlm19ddtnnV5fijR4/4/Is61KWYGBYzzT38s80"
    "8CIaf5uHZVqm3hZycA4e8xwc0CMRH4Vbj0jVlmXyOsb2lQxPlBrd7OuXqxosEJ2Y55yQXU"
    "tvvT6Ta8cY4OS5VhQEyLVkWuwrKNi9vHFwkevGf687qwwCWi94NytDq6uypPQRy+gmR/XR"
    "UlQGQUi+47iKhEXovQgBIcb6JeQZHY093yxMG9U9MvdPKCBYbmwnA9EuWDTMhaITilXc0n"
    "eK/E+RuxSEKwqBVVvEYp2IGsFBVm2paGlMoVSl6KmUiSq7sOe4kaFjH4HqvT8wqpUa1TYK"
    "TV7NizghXSA0ONBGn4aE/1fyOoEMATZbP5stuXBcZlRHAdCG8uFuJ0ePprz3x6LA8+tfIU"
    "e/rHz0g0UB+XPNon6HfMd72Tf0sDESqzbfxC7LHiWjOgVfekJ51WF86VWDowIV/aelMr4/"
    "DEkQ6IvvixkKzcqCGbYwnXuGxUpi3An943l+A42FEOsHGMGvcJYPdKsqrmhxuGX1DWWcjj"
    "5l9SNE4Z6pVyxV5pIDNNzBSi4NDvFeakRrLq+ThTZcuzUOSNhj3kuB0onWY9QJ9CoRAOpn"
    "7nPgR+oqfDCD3VLkdhQSq1bPI5E19plwm/ex/Jv3TB8FC+phLFIwWWzNJ7QIkGm/WlbWrY"
    "M4VIzPoXMqUR2yQ3gYEOibueqbH7z1rRlaW5G2yZ+36pp4JtM6F51MnAPKM76xPAMue5ze"
    "ZY9m8i1lFqRAaOhOKqmUhpoZdfRaW48gqf1bILQLNykJhtBvGXCafcRFSTlAA37Hrkkyie"
    "FtJHODGUSbEpmRQySPHqIUuoa5CXlz7Jq4r0GhNb7vKoTmjnIZucTc8KrymqZuVKEweENi"
    "8EaATCJnABYIDS0UJUcoNZk9qQmZOUBDhpWMNQm90ORUToszNpm8TvGm4S4pNF0zwHK3FD"
    "IQbQyRwQj1UWDssRvxPEHxrIcSCEitkup6co51Jq+BWzLCmQU31cBNKSe4AhNMqNyHaL9s"
    "SaokMqvOiRUDZ/KDZle+LA/vnmzKw9Uav9Q6ZFmh/t2ycK/KsJpHnLdh16uj7cJCdDoDBj"
    "Ne4K6a410AB/kYdfmYAJH480rwWyC0M8wvOhnmFw2G+UXdMI/zzn20RxkHVmFvuxzuSFV7"
    "R+qIzXEnu6Gn5eakhahLsY9zEFh1cXA2hWxrkeqDixZpiG3hBYutFwULb7Pw6KtxR1X8//"
    "QdXy3eJ5udLMwALSwvcul+WmB3sY6sHQrJakG8Rbg1w+QNyMIy6SO0MG2bikV+vdZ1tL/K"
    "ddGIb6ZjkBLqks6xqosGftgk/bBs5Tpbrgd5DQ3XLoeO+Mw55pEzOV6PYkRBg6vCBlfkJo"
    "OtZeI1LAQyTbV8qGPivRSfDALorIVgIstCyJYitIQBSnlOqRSfBQDIrN1oa+JQ+vJPBqQN"
    "o2OPU45cadoLDLDej/V443JIF9d354ARY1l/fFUVzRq7wptuWCm2M3kge36XTv6Y3Jr299"
    "h3EcS2GIlVW3DrcAdb5godpzHyuI7bhFqph3LbxOGeeVRmz7nGbU6XTs67Pvto105OjutT"
    "TPF8QDY2RUdg+rD19NvnYnDp5DHPvZsuevhGrIZvWs89+ufDwzjcqqZwzeBFEHArQNX2r+"
    "ymnZlpiqYffWzpsrYyZff2/uPbT//mG8uZvO+R8DFI3mh5++/Pd2+rriC2w61EECmX10k1"
    "DxZG2qJMiXWkswAAn7woPHQknLQV8RYFWDxe6PC01Y4wCzmYLDQvVSA2GaYwwP7YKqHixF"
    "11cuKuGpy4q1qVBP1hSTB8ENeQ3bNOwYizhmDEGfdqZb7Z+8NPDx9ljV4bW+Hi/xYOJnM8"
    "3hrIjcloDhNXI8IVuzd+g6OHib/+P7dZnOU="
)

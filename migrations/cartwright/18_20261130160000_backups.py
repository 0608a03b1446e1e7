from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True
SUITS = 10
TOUCHES = ()

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
    "eJztXW2Tmzi2/isuf9qt8k2lX9zpe+vWVqUzPbs9m6Rnk8zd3UqlKAxymzEGBonu9M3Nf7"
    "8CGxAgASIIg3w+zcScx20/ko/Ou77NLTMkT6HzsCEvXtt2iDCe/9fs29wzd4j+D+/xYjY3"
    "g6D4MH6RmCs3wZiM4AqT0LQIfXltuhjRl2yErdAJiON79FUvct34Rd+igo73kL8Uec4fET"
    "KI/4DIBoX0wecv9GXHs9FXhNN/Bltj7SDXLnxox47/dvK6QZ6D5LU7j/ycCMZ/bWVYvhvt"
    "vFw4eCYb38ukHS/5Sg/IQ6FJUPz2JIzijx9/usMXTb/R/pPmIvuPyGBstDYjlzBfd2Xkr8"
    "0N4/39J+Pj7SfDmEsQZPleTC79qPsle4g/wn+cn12+ury+uLq8piLJx8xeefV9/6dzYvbA"
    "hJ73n+bfk+cmMfcSCcc5qUG0ch3L4HH7ZmOGfHILoBLH9MOXOU4Z/TGS5/+9jjwr5m+282"
    "3k4heYfkBkv8g+DX7hoScj++df5qrWZGd+NVzkPZBNvBBXNQvwP68/vPnb6w9/Or/6c/wH"
    "ffqr2f+a3h+enCeP4jXK1yTCKOSuiHC3M4jmLd9mOdIXprzpc0KT/0rs71S+n61d5TJXmk"
    "OQWdytL1+22a4vX4r3a/ysyK/reOhMhuAMAAy3Z/hcluHzYRmeD6RvVfBrOeRZht5UXsP9"
    "e3behl8qJeQ3eVbkN0QP8YeSYDhHaLeDlTAc+JiYLiXQljrqSjAN93Mrsmu4rlJt+ZFHQj"
    "l9kUN0pLgNw2KCK1uZ8iO3iVOAdqriss3mvRRv3svK5j18YANvnCCIP0iF5xvfd5Hp8anm"
    "wUusryheFe3ZKwqYr2H65v7+bfzOO4z/cJMX7j6VKP/t3c0tVdrJSlAhh+w9toovkhK4cl"
    "y3O/0MGtiXYN8KUcyJYRIO8c6D0MEu4lT52MOq8L2T/Z/n5xcXr85fXlxdLy9fvVpev8y8"
    "7eqjOrf75u6vMd+FdakuQBTYnRagiIMFkFqAOKS63jLxv/iFlWltn8zQNipP/HNfJFt9tD"
    "vflV8xPfMhoTP+3vEHZsPNke2Q28QWEgWkc4lFY0w6ljVQJqwyLv157q9+RxbZ77qYpv0/"
    "HXv+BWLWQ8asZXWHWp1xBGYH1tn0F+VLBqRZSCfiD6yOTFf3FpFO+JFxcTKAju7j8rKNA7"
    "m8FLuQ8bMKw5IRpxyhIcdXbRzJK7EjeVVxJEunYVuWSzANqe7fZ88tDXmi+0zSjormqzZK"
    "40qsM64qKmOF1n7I2cyf0FfBMZcjNIg81dD56fZfnwoeeErjn969/lfC8O758OTt/fu/pu"
    "IM7W/e3t+UNfSaIM4ZKGY7AwDZ0mSHyMS841DMdo4AujvQTb80llXZRZQGtKvW2ExNWmsr"
    "L4cAwVyCRxQtut2ZjvvW8bZzQbAoF1g0xYpQLGq4qSyUMA5mtikOBxF/izxjY+KNjB4ooo"
    "YqYpywdQxViT3HgIIoDHwsl+jOIRp6dGetymJqqmIqjnOi82UIzgAa0qskzAYJ1SMH59HX"
    "wKEGrfQCFHEa6efTyqe+9R8c72eqtKIQCXt8ikKNlrIbixtrVv4o1vIWSdXYHcS1M+Wu2x"
    "yL1+Jj8fpwLIotaHapW9p2LEQn7d2bdYcdz+LYdnUqOYPoROjAx+HK9a0ttSsij/Asvzr6"
    "K1BYBk3LvMAqUWyV/Gpi/OSH9geEERFZJUWhRqskOIgbYSYPMbxpnY4Qw4MY3ii0cW9WHo"
    "Q/IPwxrq19WobGB7o8NxE124VWBiPRaGLEi22scmGIemgd9aCfQlpvMCBQGlNVGmhNVf/m"
    "U2w9CtUGK9OsOPbSBsnEwTWZlkkHrsmRXZO1uXNcqZMvR6hK1h6PXxgqNVI9Aa4fuH5j3d"
    "pD8+/ZHcjPQcNt/Zda8U71cofECv4xlTPOfsyBmQ/Ro7/tQH4RB/xP1G/8iDDe88R1GdPH"
    "iyZvETOC4CdOy/4DPxFSWKMw9nrzYxJ6qNLzOIeaeN8WUdp1UqkZMgoe43HtN4yorpVlnw"
    "EB9eCsT4j/EZnOv+HEQuXazcmzRqM5PnDg8okpmhpw+cSU8gTHbpkbkfOipGFu34b+iEKH"
    "vqm8LciFQ0Spq1ky/ptBpuzwZCXbslGRClDHdlwVjIe+K7WfU/kB97MVYeLv9ibfFHvKd/"
    "TzG9bG9B6Qke5Tjg6vm+ItegsY5S0xytuhTiG1yB55TXZ15BdwAzKe2jGTJXwfqqamR5q8"
    "aOkNVXDDhVHO1BorUEuiix047n5FTRdgRPGpN3R9HnzxUPrs+aIpTmWxkhCqGnjXQqjqhE"
    "JV2I049+eIlyOV1y5Q1VevzJTiIhMml/1YFY7FA3lLMA1CUDXEKpnKG/jY4bMuPB9ZiDYF"
    "q+C3gNncz5yP0LcjSzzh4/C40WgOGEG1dzil5vnBKMPEJNF+iFXoWMiwULycFPWZecTsVr"
    "jpCazuU7e6t5GU0b0X19Aw7L+29bgOzajIVZIdA69GLb/g2BzJsbERMR2XM7+zjvQMAoTL"
    "e5KMtVghvc7zKQHB9emcsilZ8i0t7xJKJ/77G12beT6tDZHcjRpOl+RZ/CmWkQSORSLebX"
    "M1jk0O0UBlD2CPyNcqQJVCnV7wQ2LI2tAFkHbb9qLVtr2o2bYX1W2bUCbrZjMY7ViGbjwd"
    "DTiouYHkQWSRu52ZfPu6DMJeZtEyjWA4mTgU4Ay8hdWlAtK1lSG3CNKoe7S/S+hMItmZQa"
    "AhQ8LKMF2psQoHcbDgWrUXQTnHjyuDERkEd94j8khNFW4u0GgKOAXRo5gBozmxtLYL/Hh6"
    "kidDMYMAFVAdcYdR+Ihk+GQhQGiZUNd/MjDxra1BNvGMcN+V4VaAHo7m5YRotkIf4/iPyv"
    "HLwmD/ctosKUmcCE1Dj+UBBC2tci2tNgpcRHj6t4lwFgmsS7AOWaJeFQaEdU87rPshMQdN"
    "UjMplxVZNN+tUhTu1Zf7TJm08/GgufP1pVI5XvTM4ooHBOXgA/t6zFq1dfbY5dVIp/QXAB"
    "5LlEIzXv+ITI84hHOjjZBVFgKcCgrT5IpPUoCG6Yr+S9LGPaNVU8sNSlJGtADgu5y27/Ix"
    "DrW+RfaDeFoxK7JovOkjCd26ufQwzgv915Zum0YnJvVzWnswdb8BzZyYQTTPJMtdJm1CHs"
    "OFHOek3d4oTVSNhFGeymtok5+3q3KpKXKptFQa8gnuAgYyWuX9ahsdktxFEJBa0avTKMOY"
    "kFqdTCXGhDilprcfypxVGUC/ikwVlxt4vlx8LpXXjt1lq3rXZU2965JTSywZlYBoxLSjEW"
    "/o/86FA2nDFnO1rFQK+mCmdWTBSKwpjcQa/k7SckhBgy0/gpt0x8Wq4mFjUPbW66aF3B3k"
    "7sbVI3p6xvIdQbt5jcGcPG9lNBtOKtpzxm7/5k3VhmBSg0nNI/l0TGrmd9Jyt7O/LI1O0V"
    "Mo9JyeMoE6T6UtJJ5DjM4jNnlonWiGokT9F2BMhvUGWVs/Ij+F5locji4INZvYB3HDzuSP"
    "EqEegZWhtWWdrfMWcQ5IsXFdxmlYKnTWKkN4VpMhPONkCD38hEKpOeAMZMAs7LfvqhyTGl"
    "KVTAIfd9gJjkfVx+OdjXaBT5BnPf8diScXFaUaD0gnl091YN+RKGz5QVJ8Eb8/BKCOeUxm"
    "S9H2fMwAOh6MrYpoz2qqaM+qZbSS9oe+Zsf5ctmq7GtZU/a1LLO7pn8fhdTl9qSGHZZgGr"
    "Ldf9YW+hcGu+5CSKjwtotJm2298bnybY6yFXsgqbwWv/+h3Q+Izh05PDrupnkoO1iodf/u"
    "48N1LvD69g8XTc5eckBjFT5e4JoW/ZGvEv1aCKpVW4OZksS4IqF4BW76CtqZjgtjj6A+4d"
    "TrE45f8juO07a/8gRWVbXe5CxIC/ux5D+2CYVciSMhV9VbjyAjM+hdXvsDU4LoDKAhw0p6"
    "Dk3LQhgb3ZoGuOBeegdGRbyCq8oncUfogNncVslciWFslulZyDWom455TRo1mroM1G879z"
    "9mA5phejXmcLQiPjHdLuV7VSxEpzpHp/DGCQL6sTotRAULC9F5ITr/HOC30FshaxSGcUGF"
    "1GHKYDQ0Wy7aODxid6diFKYaY4coVVLhKg5UQ777N1wy3kzbDqkrI5N442G1IH3oJNzKcd"
    "2Oa8CBajAMZ+gFgLlDeVVxy7Li2rriipoJ0aODnjp4oxWgjt6ogrtND7xhhzrzcgZjGalR"
    "sgE6n05rAaC2/sgLYCPLsTssQBEHGmjKxS238UXK87oKl73EolWZi4EyYYWz8DGiz+Pz74"
    "f6GmDafb96BS72GjQGn/4G2nPKQoBTXhT3Wa5PJ5XXIqpS9Hou2zg9l2Kf57IayoKUstqU"
    "so2IZDFKjtAuUqJmQjPMF1da6/O7v+JaCXWWWo4BP6SrH7iWNCTWP2RFjJPy/i4hgDHup+"
    "dFv3U8NK9zohOBRTsf2k1lj3MXNnR/DNn9Ab6xgmYDmIWogla8jaTct724hr5b//XWyX8l"
    "uE3lNSRXSb4Vxnj2rw5gjOeIXLjYZjQ6V6Hy0LAYU/VIfjWfdzVJvfTxoskbCRhBla5IFA"
    "Y+/sFkHvgh4IeMhGO2s3+/syUMOwaioW3Xf9KDem2PzmEMR2uOGYyGJPdfhS5f7w9l/lIE"
    "Jw3KUpnnFKBfYkmF+5f+4mXHIpRxQw1aGU4hq5jGae78yCNd/JAyUierYujWUGLKNU1kAN"
    "DYLTR2iNYo5KdN67olGJB2mluNLsFbJOOTZPLDqY6XE/FGoD5IdX0QdJRAR8npLcCIIp8f"
    "Dy3P7/bupyAAWpJaNMVBOc3rx7nPCAKfKi4x8m0pIy6V184X7N9Ihqx2Ru51G3KvxeRe82"
    "IaO0cyuJxDtDPolHgfVhyOCB0kNfOhANKA56GnPXQuKYBqgt4KwkOEjDXVFl2WgQPWqE58"
    "4JUIfOwQudGFLASiIGVCHWxQu9155I3d8H0XmZ7AnGZxJVpXFKiK19QeHFax39zfvy0o9p"
    "u7sub+7d3NLT1QEy1PhRwi2MEQFIGgyOktwIiCIkn/yXs/+X2KG1TeH2ZmtWlQSedrQRRE"
    "myjISMu/pkcxk7qKKCdy7cIZQsMIiJKOYUK9cBnfPJXXgt+hHXOw5E7bkPiA1pEnzKocnj"
    "aaEGEuB+bDtM42uMNM4fHY+x1mYNKpaCyGOlKoI9Xd5igWOsrPhP6hYdDjSn7BVCkNvESo"
    "hYZaaB2qEcD/hkzKyS3AiAIgceFoXWd99nzRpqRUTW992zDIKLxDrWMidOlDR64zmYFody"
    "T2f9l1/KvZxh9AgmEWox3FarxwcE8Uuydg1522WXEb3wn/DmFsJt+ea1oUZBrNi+SWeWPH"
    "iKu0MT7n/nI6ThQyL5B5Od3My+GHJ7koRZR2KQIlgz2oKSfFcSqvoWmi4MaOaPU7ssieJQ"
    "mSyzgNyVZw0++BNDmdUURpSHT/o3aPEfhobmWZnknCxv8tJ3AO0az28X8GpOHGVZPI2v/c"
    "O2gITVm+aGVUXNQYFRdVowKKSgcsKt2QHWcmjZjsVB7I7kA2JMLZaOmyTbB0KY6VLiuhUk"
    "LQLuAVK4krlRgINGuWLYud+bxChh0FrmNxd66QVw4S6K0MjTcxMVAY8uL7Yg1cRGmQRIE+"
    "ihOI90Mdx4gWAFO/T5p9BgTzJCaa6vonWm18f/t6b/XMBcmuktSiKd31tJc3TAYwmt4iuG"
    "a+Xy0iToXZyHUeUfgsF9wroaDtpaquvWi34hUyCTnNATodknBF7LQ0RfPd82JbQ3T1/JRN"
    "jf4mSUf0u9PPYOxkOC2hdNrO/WkGDz/xNK3YG88R4IlLe+KC2Ic4HqpT2ENRJmV83sZPBw"
    "tvXu9uZGKLtv6GzSJG43CcirehrKQuXV65UowiSrvyrf7L95FnBz79Y3LuWgkF7lrViJCt"
    "19K4Tqv/orhxlg9N2uhd+TZnmobY5E3ltdivUAJwzBKA3u8jhRIAFTlq6fhNCQVaV0CsfL"
    "yhBNPADx5aAx8veqb5joa6CqirOL0FGF+87fbgos/r422Z2KJtvA2xCIi3TUtPQwvrlFpY"
    "o1DqptiDuIYu4vnLtn2rtY2r1ejnI3+spdjyzhFa0Dy02Z1eWtF2S6fyGng4AwyxxIha0X"
    "KNaRlCi+08wCSeIESPjh9hQ55sDlS7fa2E8ymES+f5xWRTDJlmezPyCO9++vorH8tYjQIj"
    "Q1/6aDpufMs1drijXGuvfCxDYRV+ZBWikHfjbC37KQQSCNXpBJh00i0loDbMDryhbQfHZN"
    "iG/CR5DlQ7q0XJWCSIhEMk/PQWYESR8F/81VwQ/Y4fLZoi3r8fhHoNcn/Oxp/ZyI4ClNxG"
    "86UU+i4Nc1zMPlfmeTFDp5Ln6btKD3+E1rh+9Q+E2KcUYofZhQqLi+mXjKTiNhlAQ3r7n1"
    "YYhI4fOoRTtlkTqskhOhk2/XXV5YeyxL4tojTcvGetlMNZjXY4q6qH6Y02Hcwd7VtV1A02"
    "rR33UTfaFAKKrV3RwHx2fZNDvjjTzEAG3ODfvqva4lBjr1WNfRh50oGVHKOT7TGwKmHm68"
    "j1NmgVP+9xuuFXo0O/SBmm04busRbcxBupLBqDgK1a9U3WKAzpx5cgtIABSiuJXv6NqeIs"
    "r+CyVKBy7j95cvfsZYBO9tbY3Ar1VVAuMjHqkkMvAcGL6+7FhUgwKqG2PoqFAftd2Y+TcG"
    "jPpYyaKcG0CxYpmAkSz1eSjsoVUdrRrESl7zljrghs3YZQBmrA99ABokPFnsweZyAaEF4O"
    "8beK8NcE+KEAamQnJiZm2GUBijiwWDqXETuegzcdFqAEhBWYbgXabdwwOBeXoe2fL1rUoh"
    "koE1V7kXD8txwoJjv+To4xomKyfJHar0COgUO1uxsq6RcN7xFNOKs4keTWhHIwE4hwT4jN"
    "Jz/cykW5c4R+HqOKkAhcyzDweRbPkqOeBm8OWm1SgYWBg9KZfUjqHHkFINoN0e4TiHYnaT"
    "AZ0jMAkN2K7BGFnf6RtNEIYk7/SHts6gNOWSvOcWb8Jf+V0MepvHZXPvTVCyCOJDnYCMwI"
    "I14wyfepneEJ4nksrsT7igJVaYnslWEVxc39/duCori5K2uC397d3NJTMVkLKuQQgcmxp8"
    "1YSfUYFUAa6OTSNl9ettnny0vxRo+fcXmWdSkLMDCsJ5p7+ec+8CIaf5uFZRqm3uZycA4e"
    "8xzs0SMRH4UbH0vVlqXyOsb2lQxPlBrdHOiXq+otEJ2Y55yQXUNvvT6Ta4cY4OR7VhSGyL"
    "NkWuxLKNi9vHFwkefFf689qwwCWi94NytDq6uypPQRy+hGR/XRUlQGRki+47iMhEXovAgh"
    "xsbqmfCMjtqebxamjeoemPtHFGJHbmwnA9EuWNTPhaIjilXc0HeKgg+RNxeEK3KBRVPEYp"
    "WIGuFBVm2paGFMoVSl6KmUiSq7sOe4kaFjH4HqvT8wqpUa1TYiJq/mRZyQzhEaHGiDT0Ny"
    "/lfyOoEUATZbN5stuXBcZlRHDtCG8v5uJ0cPprz3x6LA8+teIUe/rHz0g0UB+VPNov6EAt"
    "d/3tX0sDESiybfxC7KHiWjOgZfekR51X586UWNowIV/aelMn4+DEkQ6Iuf8xkK9cqCGbYw"
    "nnuGxUpi2An9w3l+PY2FEOsHGMGvcJYPdKsqrmhxuWX1NWWcrj5l9QNE4Z6oVyxV5pIBNN"
    "zBSi4NJs5OakRrJq+ThdZfu7UTYtJh3kuO0onWY9QJdCoRAOon7nM4D9RVeGeG27nI7cgl"
    "Fo2eRyJr7FLhJu9j/jf/iT4KZ9TDmO3BeLYxH9EsRKb9Yl5atxbiUDE+hc6pRHXIDuFhQK"
    "BvpqpvfvFXNyaxNiJtkz1v1DXxTKZVJjqaOAeUZ/xgeQZc9ji+yx7N5FvKLEiO0NCdVFIp"
    "DTUz6ui1Nj5GUvs3R2gXblISDKHfMuQ0+4iLkjKABvwOXZNkYsNfS+YGU4g2JTIDh0gefE"
    "Qp9AxzTXhz7Oq4r0ChNb7rKhBzS7mMPGyueVV5dVM3ylAYvCExeCNEJpYzAHOEhhaKkiOU"
    "msy+1ITMDKAhw0rGmhCfmJzKaXHGJpXXKd7U3yWFpmeGjtwthQxEG0OkN0IDFBo7x4t4nq"
    "B41kMBBKSWSfV8Occ6ldfALRngzIKbauCmlBNcgREmVO4I2s0bkiqJzKJ1YsVwUvlesyuf"
    "54d3Tzbl4WqNL5UOWVaoe7cs3KvSr+YR523Y9Wppu7AQnc6A3owXuKvmeBfAQT5GXT4mRD"
    "j+vBL85gjtDPOLVob5RY1hflE1zOO8cxftUcSBVdjZLoc7UtXekTpgc9zJbuhxuTn7QtS5"
    "2Mc5CCzaODjrXLaxSPXeQ7N9iG3mh7ONH4Uzfz3z6atxR1X8//QdX8zeJpsdz8wQzSw/8u"
    "h+mjnebBVZW0TwYob9GdmYJHkDPLNM+gjNTNumYlFQrXUd7K9yXTQcmPsxSAl1SedY2UUD"
    "P2yUfli6cq0t14O8hoZrm0NHfOYc88gZHa9HMaKgwVVhgyvyksHWMvEaFgKZpko+1DWdnR"
    "SfDALorIRgIstCyJYitIABSnlOqRSfOQDIrNxoazpE+vJPBqQNo0OPU448adpzDLDejfV4"
    "43JIF9d3Z4ABY1nfvquKZg1d4U03rBTbqTyQPb1LJ39Nbk37e+y7CGJbjMSiKbh1uIMtdY"
    "WO0xh5XMdtRK3Ufblt4nDPNCqzp1zjNqVLJ6ddn320aydHx/UppnjeIdsxRUfg/mHj6bfL"
    "xODSyWOee9dt9PC1WA1fN5579M+TwzjcsqbwzPBZEHDLQeX2r/SmnYlpiroffWzpsrYyZf"
    "fm7v3rD//mG8upfOBj8hAmbzS/+fen29dlV9CxyUYiiJTJ66SaewsjbVCqxFrSmQOAT14U"
    "HjoSTtqKeI1CRzxe6PC00Y4wczmYLDQtVSA2GcYwwP7YKqHkxC1bOXHLGiduWamSoD8sCY"
    "YP4hqye9YqGHFWE4w4416tzDd7f/l4/17W6LUdi8z+b+Y6eIrHWw25MRn1YeJyRLhk98Zv"
    "cPQw8ff/B23dNFc="
)

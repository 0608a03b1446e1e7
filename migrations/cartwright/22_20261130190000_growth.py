from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True
SUITS = 10  # it only adds
TOUCHES = ()

UPGRADE = {
    "sqlite": """
        CREATE TABLE IF NOT EXISTS "unmatched_charge" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "public_id" VARCHAR(26) NOT NULL UNIQUE,
    "provider_key" VARCHAR(120) NOT NULL UNIQUE,
    "amount_cents" BIGINT NOT NULL,
    "currency" VARCHAR(3) NOT NULL,
    "charged_at" BIGINT,
    "state" VARCHAR(10) NOT NULL,
    "reference" VARCHAR(120) NOT NULL,
    "found_at" BIGINT NOT NULL,
    "seen_at" BIGINT NOT NULL,
    CONSTRAINT "unmatched_charge_check_1" CHECK ("state" IN ('open', 'refunding', 'refunded')),
    CONSTRAINT "unmatched_charge_check_2" CHECK ("amount_cents" >= 0)
) /* Money that the provider's book holds for an order we do not have: lost with a database, or never ours. */;
        CREATE TABLE IF NOT EXISTS "check_mark" (
    "name" VARCHAR(20) NOT NULL PRIMARY KEY,
    "settled_id" BIGINT NOT NULL,
    "seen_id" BIGINT NOT NULL,
    "at" BIGINT NOT NULL
) /* How far the books are known to be in order, so that the next check looks at what came later. */;""",
    "postgres": """
        CREATE TABLE IF NOT EXISTS "unmatched_charge" (
    "id" SERIAL NOT NULL PRIMARY KEY,
    "public_id" VARCHAR(26) NOT NULL UNIQUE,
    "provider_key" VARCHAR(120) NOT NULL UNIQUE,
    "amount_cents" BIGINT NOT NULL,
    "currency" VARCHAR(3) NOT NULL,
    "charged_at" BIGINT,
    "state" VARCHAR(10) NOT NULL,
    "reference" VARCHAR(120) NOT NULL,
    "found_at" BIGINT NOT NULL,
    "seen_at" BIGINT NOT NULL,
    CONSTRAINT "unmatched_charge_check_1" CHECK ("state" IN ('open', 'refunding', 'refunded')),
    CONSTRAINT "unmatched_charge_check_2" CHECK ("amount_cents" >= 0)
);
COMMENT ON TABLE "unmatched_charge" IS 'Money that the provider''s book holds for an order we do not have: lost with a database, or never ours.';
        CREATE TABLE IF NOT EXISTS "check_mark" (
    "name" VARCHAR(20) NOT NULL PRIMARY KEY,
    "settled_id" BIGINT NOT NULL,
    "seen_id" BIGINT NOT NULL,
    "at" BIGINT NOT NULL
);
COMMENT ON TABLE "check_mark" IS 'How far the books are known to be in order, so that the next check looks at what came later.';""",
}
DOWNGRADE = {
    "sqlite": """
        DROP TABLE IF EXISTS "unmatched_charge";
        DROP TABLE IF EXISTS "check_mark";""",
    "postgres": """
        DROP TABLE IF EXISTS "check_mark";
        DROP TABLE IF EXISTS "unmatched_charge";""",
}


async def upgrade(db: BaseDBAsyncClient) -> str:
    return UPGRADE[db.capabilities.dialect]


async def downgrade(db: BaseDBAsyncClient) -> str:
    return DOWNGRADE[db.capabilities.dialect]


MODELS_STATE = (
    "eJztXWuT2zaW/SssfdnZKq3L/Uzv1NRUuZPOjDN+ZGxnZ1KuFIsioRYiimAIsOXebP77gq"
    "T4BiiCJikSup8Si/dI6gPo4r7x+8K2ArYP8OOGvXjlOAGidPFn4/eFZ+0Q/x/R46WxsHy/"
    "/DB6kVkrN8ZYBcEVZYFlM/7y2nIp4i85iNoB9hkmHn/VC103epHYXBB7j/lLoYd/C5HJyC"
    "NiGxTwB59/4S9jz0FfEE3/6W/NNUauU/rS2Ik+O37dZM9+/Nprj30fC0aftjJt4oY7Lxf2"
    "n9mGeJk09uI/6RF5KLAYit6eBWH09aNvd/hD078o+aa5SPIVCxgHra3QZYU/d2Xmry1M89"
    "37T+bHh0+muVAgyCZeRC7/qsmSPUZf4b8uL66/ub67ur2+4yLx18xe+eaP5KNzYhJgTM+7"
    "T4s/4ucWsxKJmOOcVD9cudg2Rdx+u7ECMbklUIVj/uWrHKeMfh3Ji7+sQ8+O+DN2xEEufU"
    "H5F0TOi+zb0Bce2pvZP/+6GGpNdtYX00XeI9tEC3HbsAD/8+rDt39/9eFPl7f/GX0g4b+a"
    "5Nf07vDkMn4UrVG+JiFFgXBFpLu9gDi+5dssR/rCnDd9Tmj8X4X9ncr3s7XrXOZKcwwyy7"
    "v15cs22/XlS/l+jZ6V+XWxhy5UCM4AwHB7hi9VGb4cl+HFSPp2CH5tzJ5V6E3lNdy/F5dt"
    "+OVSUn7jZ2V+A/QYfSkFhnOEdjt4EIZ9QpnlcgIdpaOuAtNwP7ciu4HrOtU2CT0WqOmLHK"
    "IjxW0YlhNc28qcH7VNnAK0UxXXbTbvtXzzXtc27+ELm3SDfT/6IjWe7wlxkeWJqRbBK6yv"
    "OH4o2rNXBmC+gen79+/fRO+8o/Q3N37h9acK5T+9vX/gSjteCS6EWeKx1XyRlMAVdt3u9B"
    "fQwL4C+3aAIk5MiwmIx49SB7uMG8rHHleFJ072f19eXl19c/ny6vbu5vqbb27uXmbedv1R"
    "k9t9//pvEd+ldakvQOg7nRagjIMFUFqAKKS63hbif9ELK8ve7q3AMWtPyCWRydYf7S531V"
    "csz3qM6Yz+7ugLF8PNoYPZQ2wLyQLSucTyaEw6kjVRJjxkXPrzgqx+RTZLdl1EU/JP7Cx+"
    "gZj1mDFrVd0xrM44AbMj62z+iyKKAekipBPxB1Ynpqt7i0jH/Ki4OBlAR/fx5rqNA3lzLX"
    "cho2c1hhUjTjlCQ45v2ziSt3JH8rbmSFZOw7YsV2AaUt2/z55bGupE95mknRTNt22Uxq1c"
    "Z9zWVMYKrUkg2Myf0BfJMZcjNIg8NdD56eHfn0oeeErjn96++nfM8O758OTN+3d/S8ULtH"
    "/75v19VUOvGRKcgXK2MwCQrUx2gCwqOg7lbOcIoLsD3fyPpqoqu4zSgPahNXahJq21lZdD"
    "gGAhwROKFj3sLOy+wd52IQkW5QLLY7EiFImabioLJYyjmW0Dh4MY2SLP3Fh0o6IHyqixih"
    "hnbB1DVWLPMSA/DHxC1RLdOURDj+6iVVlMQ1VMzXGOdb4KwRlAQ3oHCbNBQvXEwXn0xcfc"
    "oFVegDJOI/18XvnUN+QRe99zpRUGSNrjUxY6aim7kbi5LsqfxFreIqUau4O4dqbcXZtj8U"
    "5+LN4djkW5BV1c6pa2XRGik/buzbqj2LMFtl2TSs4gOhE68nG4com95XZF6DGR5ddEfw0K"
    "y6BpmRdYJQNbJT9alO5J4HxAFDGZVVIWOmqV+AdxM8jkIYY3r9MRYngQw5uENu7NyoPwB4"
    "Q/prW1z8vQ+MCX5z7kZrvUyihIHDUxosU2V7kwRD20jnrwb6GsNwogUBpzVRpozVX/5lNk"
    "PUrVRlHmuOJIpE2WiYNrMi+TDlyTE7sma2uHXaWTL0cMlaw9Hb8wVGqiegJcP3D9prq1x+"
    "bfczqQn4PG2/ovteKd6+UOiRX6dSpnmv2YIzMfoCey7UB+GQf8z9Rv/IgoTXgSuozp4+Ux"
    "b5EWBMFPnJf9B34ipLAmYez15sfE9HCl5wkONfm+LaO066QaZsgoeIyntd8o4rpWlf0CCK"
    "gHZ31G/E/IdP6Jxhaq0G6Onx01mqMDBy6fmKOpAZdPzClPcOqWuQk5L4M0zCVt6E8owPxN"
    "1W1BIRwiSl3NkunfDDJnhycr2VaNitSAOrbjDsF4QFyl/ZzKj7if7ZAysktMvjn2lO/49z"
    "ftjeU9IjPdpwId3jTFW/YWMMpbYZQ35k4ht8ieRE12TeSXcCMyntoxsyU8CVVz0yNNXrT0"
    "hmq48cIoF8MaK1BLoosdOO1+RU0XYELxqW/5+jwS+VD67PnyWJzKLkpCqGrkXQuhqjMKVV"
    "E3FNyfI1+OVF67QFVfvTJziovMmNzi16pxLB/IW4FpEIJqIHaQqbw+oVjMuvR8LEK0KVgF"
    "vwXM5n7mfATECW35hI/D46NGs18QHPYOp9Q8PxhllFksTIZYBdhGpo2i5eSoz4VHhd0KNz"
    "2B1X3uVvc2VDK6E3ENDcP+a1tP69BMitxBsmPg1QzLLzg2J3JsHMQs7ArmdzaRnkGAcHVP"
    "smAt1khv8nwqQHB9OqdsKpZ8S8u7gtKJ//5G12aeT2tDJHejxtMleRZ/jmUkPrZZKLptrs"
    "GxySEaqOwR7BH1WgWoUmjSCyRgpqoNXQJpt22vWm3bq4Zte1XftjFlqm52AaMdy9CNp6MB"
    "BzU3kDwIbfZ6Z8V/fVMGIZFZtkwjmDgThwKckbfwcKmAdG1VyC2DNOoe7e8SOospdmYwaM"
    "hQsDIsV2mswkEcLLhW7UVQzvH1ymBCBsFr7wl5rKEKNxc4agrgkuhJzIDJnFha2wUkmp7k"
    "qVBcQIAKqI+4oyh4Qip8FiFAaJVQl+xNyoi9NdkmmhFOXBVuJejxaL6ZEc12QCiNPlSN3y"
    "IM9q+gzZKTJIjQHOmxPICgpVWtpdVBvouYSP8eI7yIBNYVWIcsUa8KA8K65x3W/RCbgxZr"
    "mJRbFFkev1ulLNyrL/eZM+nk40Fz5+uXWuV42TOLKh4QlIOP7OsV1qqts1dcXo10Sn8B4K"
    "lEKTTj9bfQ8hhmghttpKwWIcCppDBNrfgkBWiYrui/JG3aM1o1tdygJGVCCwC+y3n7Lh+j"
    "UOsb5DzKpxUXRZZHb/qIQ7duLj2O88L/tcVJhsNiDO18dtSfSV2e1s5M089BM39mFCU0y8"
    "qXWVuTp/Ampzl0tzdKU23TntECAkKpVTpTJd7W3UnlNfR2LtvVDzWUD9WaVU310oESBnKF"
    "1f3qmB3KB8ogILV2TM2jwGVGp9RsalxmxCl3akigclZlAP1qXYe4NsIjapHPVF47dm9aVR"
    "LfNFQS3wiqtBXjPRDnmXec51v+vwvpqN+gxcQyO5WCDqN5HVkwbGxOw8bGv+21GqHRYMtP"
    "4I7iabE68Bg3KCjsddNCVhSyotPqvj0/Y/k1Q7tFg8EcP29lNJs4Fe05F5q8+bE6TjCpwa"
    "QWkXw+JnXhd9Jytxd/WRqdoudQQjs/ZQIVtIM253iYmZ2Hl4rQOtEM5Z76L8CUDOsNsrck"
    "ZN8F1loeji4JHTexD+Kmk8mfJEI9AStDa8s6W+ctEhyQcuO6itOwVOiiVYbwoiFDeCHIEH"
    "p0jwKlCesFyIhZ2N//GMoxaSB1kBnr0w47wfE49PH42kE7nzDk2c//QPKZUGWpowckzuVT"
    "Hdh3JIraxI+LL6L3hwDUKY/JbCnano8ZQMeDsVUR7UVDFe1FvYxW0f7Q1+y4vLlpVfZ101"
    "D2dVNld80/HwXc5faUxkhWYBqy3X/WFtpBRrtIREqo9B6RWZttvfG5Io5A2co9kFRei9//"
    "2O4HROdOHB6d9jgCKDtYDuv+vY8O14XE60seLo85e/EBTYfw8XzXsvmPfBXr11JQrd5pXS"
    "hJjCoSypcLp6+gnYVdGCgF9QnnXp9w+pLfaZy2/ZUnFFVV601eBGlhP1b8xzahkFt5JOS2"
    "fp8UZGRGvSUtOTAViM4AGjI8SM+hZduIUrNb04AQ3EvvwKSIH+AS+FncvjpiNrdVMldhzJ"
    "1teTZyTe6mU1GTRoOmrgL12879j9mAZphejTkarhhhltulfK+OhehU5+gU3WDf51+r00LU"
    "sLAQnRei888Bfgu9FbKGQRAVVCgdpgWMhmbLVRuHR+7u1IzCVGPsEKdKKVwlgGrId/+GS8"
    "ab5TgBd2VUEm8irBakj52EW2HX7bgGAqgGw3DGXgCYO5RXFbcsK26sK66pmQA9YbTv4I3W"
    "gDp6owPcGnvgjWLuzKsZjFWkRskG6Hw6rwWA2voTL4CDbOx0WIAyDjRQV/5hUvWi35Gq/P"
    "M6bOcyDrbznGu1HqIb1xdNBVuJxLJV1ZaJMuEBL82giD+PzLmvatOBuzD6VdNwA+CoKaX0"
    "N9Ce0yIEOBUlJZ7V2s5SeS2ChGUn/rqND38td+Gv65FZqJAYtkLCQUyxtipHaBf4G2bgOI"
    "zLH7R07VeyEloJTZZajgE/pKtbvVY0JNZfZUVMk/Ieb9NS28AQlNPAi36DPbRocqJjgWU7"
    "H9pNZce5dxJmXZyymQl84wF6Z2C05xC00m2o5L4l4hr6bv23D8T/VeA2ldeQ3EHKB2Aqbf"
    "/qAKbSTsiFi2xGs3NRtQgNizFXj+RH63nXkNRLHy+PeSN+QXBIVyQMfEK/MpkHfgj4IRPh"
    "uDioItnZCoZdAaKhbdd/0oN7bU/4MFWmNccFjIYk999Uod6+Al0rSgTH/fZKmecUoF9iaQ"
    "j3L/3Fq075qOLGmhs0nkIeYristSOhx7r4IVWkTlbF2J3OzFLrAcoAoLFbaOwArVEgTps2"
    "Nf8UQNpp7mF0Cd0iFZ8kkx9PdbyciTcC9UFD1wdBgxQ0SJ3fAkwv8vkd5pQh34oGVTQHQY"
    "uSy5bxUNOpgI7FRhevDAevD0e/sUJsj5BnkDAwDu9oWJ5jsA0yUn/jP6ixImT7YlFZ6q97"
    "J/FI3IqLYxMHQrEw37Ydyecz3xbC44OU6UwoKnNqcof3pWLVrsBzKq8hv1ftRts2TLatkr"
    "vnP3el7pYMoCG9g3hXAeKHjdMlrFhF6qSNIayoUzoTworjHIVrEikE1TBBEQU6pLsO4U6r"
    "MvcFEFA/1/jMx8OExbdJeYAkNlORWh6LywhmZZ7m+nSIhgxxZ/pJvZYJ5er7T2JC10FG7l"
    "0bcu/k5N6Jak52WLH4L4eAGdcuohF60SgqpRGzJZAGPDfQOshw2c4tH9Dt0VvDfoCQueba"
    "ossyCMAa9fGPvBI+oZip3ZRShECVSpVQTE1ut+Mn0ZRfQlxkeRJzuoir0LriwKF4Te3BcR"
    "X7/fv3b0qK/f51VXP/9Pb+gR+osZbnQphJdjAUrUDRyvktwISCIj95O4vZG+REjkFMgDAq"
    "UhVbHguLhCnAtHPE0VqVt8RDzwbbWExUR2JsCP+zjDUJDMsz4gy3sUeGQwyPMGNjPaE/Gy"
    "6hzNhjtjEsI/LqV1b0ORzhoScuTsKA1gtbxvtYiO9MK74D1S7Tq3aZVmXGhGJw0C+jkxEw"
    "z9vQRgrY9XwXWmKDdHAzSjgIVEDhBhRuzEOBQOGGdjoECjfONEYRzzB9R5g0OpELLNsNOU"
    "2vHIRKDW08+Yn2SMyP4oJrGHJO1EbOZwgN7bZBps4z9EVwpMnrB1J5Lfgdu3gAsk3nbUh8"
    "iFsxZFbE4elREyLI5cB8mNfZBomAOSUCwKTTvOsVciuQWxk8bpTfdt8+MpoitAuLnu3NZP"
    "P2EiF/AvP0NMifgP8N1Z7ntwATCoBEza1NtzNkz5dt2l6HuZ+hbRhkEt6h1jERvvQBVptu"
    "X4BodyTetjkRb+UH4m198jqX2kZfQIHhIkY7iofxwsE9Gdg9AbvuvM2Kh52F3beIUkveQV"
    "KSOWpeoEja3BXEh7QxPuf+cnolLWReIPNyvpmXww9PcVHKKO1SBINcDsNNOSWOU3kNTZPr"
    "NvRey9m9rpFLw9WvyGYJSwokV3Eakt1/EDUlTU1nlFEaEt3/dc2nCHwc72KZn0lSjP/b2M"
    "eHaFb7+H8BpOHGHSaRlfzcO2gITVm+amVUXDUYFVd1owKKSkcsKt2wneBeIznZqTyQ3WX8"
    "l2ULr+S6x54VPEt8xQxTnczzzJI5bPNq4WyKFkWMFTnnlN+/fvfqw89i0lN5n1D2GMRvtL"
    "j/+dPDK6g/aAhS37SJUd/IQ9Q3tQg1Y2jni2rE5AViBQjM8aoadDvreYVMJ/RdbAt3rpRX"
    "ARLoFYxJC5DlOFxjUJE2lsdEa0Agt0qua1FmoiAQ5azkVkUZpUFiEHqDziCHBbVJE1oAGl"
    "0vqN5gn4FgPMpM07f/QqsNIdtXiUm5kCRwK1LLYyncfSJvWgXAZPrlmra0ZonbUbSIPL3r"
    "IBc/oeBZLWBdQUErV11de+FuJSrOk3KaA3Q6JPubdqB48oG98bX2BrNYqBLzyAEamRq97V"
    "8n5H87/w7mToXTCkqn7dyfZvDoXqRp5d54jgBPXNkTl8Q+5MFmncIeA2UHp+dtfHew8BbN"
    "7kYmtmzrbzhFxGQcjnPxNgYrE02XV628qIzSriSx/5YU5Dk+4R+m5q5VUOCu1Y0I1RpEjW"
    "sP+y/0nGZJ3KyN3hVxBBNi5CZvKq/Ffh3b5IX6ikHnY0N9xRA5auX4TQUFWldCrHq8oQLT"
    "wA8eWwOfLnqm+Y6Gugqoqzi/BZhevO3h4KIvmuNtmdiybbwNFREQb5uXnoa27Dm1ZYeBoN"
    "NEvhoHcQ1dxMuXbXuxG5ux69HPJ/GoVrnlnSO0oHlsszu9iKXtlk7lNfBwRhjMShG3otWa"
    "LTOEFtt5hOlSfoCeMAmpqU62AKrdvh6E8zmES6MpYvgJjcRy7yHTbG+GHsMCq6PJc6xjNQ"
    "qMjOy9ry3s8m9lUiwcT9x472AVCqvwNasQBkglNFiEQAKhPnGDsk66pQLUhtmRN7SDaUSG"
    "Y6rfjiCAame1DDLqCyLhEAk/vwWYUCT8B7JaSKLf0aPlsYj3rwehXoPcn7ORfg5yQh/FNy"
    "z9Ugl9VwaULo3PtRl1hUFq8fP0XZUHmkJrXL/6B0LscwqxwzzOAYuL+R8ZKsVtMoCG9PY/"
    "gdMPMAkwE5RtNoRqcohOhk1/XXX5oaywb8soDTfvRSvlcNGgHS7q6mF+43pHc0f7VhVNw3"
    "obx300jeuFgGJrV9S3nl1iCciXZ5oLkBE3+O9/DLXFocZeqxr7IPSUAys5RifbY2RVUpiv"
    "o9bboFX8vMfRkV/MDv0iVZhOG7rHWnCLbpSyaAUEbNW6b7JGQcC/vgKhJQxQWkv0im8Blm"
    "d5JRcAA5ULsvfU7o7MAJ3sram5FcNXQbnIoqhLDr0CBC+uuxcXIMmohMb6qCIM2O/KfpSE"
    "QwmXKmqmAtMuWDTATJBovpJyVK6M0o7mQVR6wlnh2svWbQhVoAZ8jx0gOlTsqezxAkQDwq"
    "sh/lYR/oYAf60Ainh2GHDFaz+rJlQEUO0I738sDlScnX7EadBlAco4MBE7121jD9NNhwWo"
    "AGEF5lvy9xB1aC7kdX/J82WL4j8TZaLD3kYefRaG6r3T7+QII6veyxep/QrkGDhUu/v9io"
    "7o+C7ojNO4M8kmzijpNYOUwozY3JNgq5ZWyBHaeYyDxKDgHoyRz7NoeB/3NESD5xqzOEUY"
    "OCid2Ycs2olXANILkF44g/RCnHdUIT0DANmtyJ5Q2Omfcd+SJOb0z7SpqTnglPU+nWaoYv"
    "xfBX2cymt3x0ZfzRfySBKmpm+Fwpu07wnhdoYniecVcRXeVxw4lJbIXhlXUdy/f/+mpCju"
    "X1c1wU9v7x/4qRivBRfCTGJyJLSZK6UcZAmkgU6ubPOb6zb7/OZavtGjZ0KeVV3KEgwM65"
    "nmXv6VBF5k84azsMyRMcO5HJyDpzwHe/RI5EfhhlClYr5UXsfY/iDTKpVmZfv65ap6C0TH"
    "5rkgZHdkmIE+o4LHmJiVV30p7NoKCnavaP5e6HnR57VntYCAXhfRVdbQWzxYUvqEZXSTo/"
    "pkKSqTIqTe4l1FwiJ0XoSAUnP1zERGR2OTfRGmjeoe+wdAiG+61qN6lrYMBP678f+EAorV"
    "5tQWINoF6/ppFZhQrOiev5NLHr/Hj1E7jSRkVBZaHoscrRJx/jUy+WMRpMWnDTJ2hDLjV7"
    "KiBttYzNijABlOiAzsGZYRO3HR/xKPS2IvZMgggbEhYbA0LM/hGGS4xHtE/E32FmYGWcey"
    "yXtZ1KAMu270hi8WlZUf/9OF80ipb8W/muTATtJQ1YGkUJM8yZrkdOlauyEHeQ29kDbda/"
    "LmtVrvGlTFjXziw6zQQQcAOsjn71yjt2FuzEFepy3d36wTl38RpuwclGA6EXteic7ILg39"
    "D6HXZLgmAq2M1tA3g4PssH1mpaHySibdudhzg12vetq08qm1xPCpI4jIDxqRdxCzRAXz8m"
    "rWHKFBNGbs2mGK/1fx8rcUAQHHbu4HCRwUqAxWzAHaUN6bebxCj5Z66qiIAuO4e3sN/2PV"
    "U6dFFJA/V8/k2w2yt2+tYLuQeCa5wPKYZ2JHouYulT0aSv872fNHQRySXhGypYYVIGPrkb"
    "1nMGKskjh2pDWXBiVJhDqS9bgJYcQfZrgJjBn76KHNv77h8h0X1CPnQ38YFJBOJ4jVEP5G"
    "jEU3UyrfalHCaXN+jz3sKqryUKc+AwHvXS8AgNTE2R3qDdHG7HnLI71trDFOT0f1XAZHRI"
    "lly+OnKkOP0QViySEqTmm3wMD5OofzNejgxQXgw814RAjQH73yhAl3BfhXVQkIlUE6sd/f"
    "aCwSim5blQeRM8CIMeTPv+gTRRZOImsOI3/NMLKz7cItzf0grnr4rQAC5udqp+PADrF09G"
    "z6+LiVXhA8aqO/MigKnrCNDBIyip1D6aflukbSSR2VgBLfsOiWL5ix32AXGZgZDkHU8AiX"
    "9OheFGHr843B2p+DtX+43EDF5ilCtAnn9Fcl5vM/Xv0sKMHgNOh6DvsBWSH1USQFlDY7+h"
    "TMq6iRHKAN5T1e+iiuvGm6jF6jypvyIXjVqnTsqqF07KpeOnYSg32Ke/a8zPXvkO+S513D"
    "ZREFiaNGu1OWPcnooik0TU7IYu7rfiW5xQyZuPNSGd8frn+T6Ivv89vhmpVF4Rq502gKUd"
    "ZeriSE6fr564e+LryT64ctFoW75USn8hqWpPd/S2nMjgK5qbyG5A4zOs4Vzq9umJfq6jO/"
    "eoSOlT0JHKV5chlAwx1804rhmwaGbwSOHd4phSEyeZ0stP6StzigrMPFijlKJ1pPMZCr0y"
    "wuoF4Ln6N5Uk5ZaNnS/1CalBNV3JM1Q9FYmgPe2PCPiXIVUbH9Gj+lI2qouF5fCS2cVHP4"
    "ARy8J5hRM5nfyxKCJKdegPndaz87Rx8sy/4syymdsPEp2NQ1V5A4frbGsh375hIw5UcjPw"
    "4DZDnNnW9icai2mUO1TWycq1omBZBOmuS8LPofyOreYvZGpm2y50d1TXS9+CoTnUwm4VwM"
    "68GGBfnhysW2UDs0hF+LoLEU8uIv69CzI/6MHXGQS19Q/gWR8yL7NvSFh/Zm9s+/jhSxbW"
    "PyXcpNvsv6QMj4r1RZkByho009xNB/mOA0HL32hlCktH9zhHYJnUHSDfyvDAT31si7mzKA"
    "BvyO3dtkUZOsFQNLKQQK9roFlh4J4hR6prVmyQ197bmvQaGuvesqMGvLuQw9aq1FzX1NF8"
    "hWoXCHrMIdsgGyqJoBmCM0tFAGOUK5yUwEmqXRxiYifaIDw4Pc0MsIswTdBA117gd5neJN"
    "vdVE2JZnBVgpFVCEaGOI9EaojwIzSQMrUFoGAalVUj2i5lin8hq4JSOcWTY/5rtcVljG6a"
    "Rex853Yw/TTYcVqADBJZl5QuU1Q7vFkaRKLLNsnVgxcSrfa3bl8+Lw7vGmjD4tvZGhdF9D"
    "Uaj73Q1Q6tSv5pHnbYrr1dJ2KUJ0OgN6M14OPw6lXZ1jdKJ07PGukI8ZMh8TIBp9XwV+c4"
    "R2hvkgff1R3rmL9ijjwCrUvQ51pD3efxXqiJXVZ7uhp+XmNHeB5ALLNg6OSvfH+9r9w+lN"
    "w1HPcvT//B1fGG/izZ5cxmCT0GNJd8cqtLeI0fwqhugNqGFbXnRTg+U4XCz067Wuo31qi3"
    "uR495saDmZzA9z2eCHwbXIcC3yrLc2jJAYZYQE8uJLpFXiNUUIZJpq+VDXwjslPgsIoLMW"
    "ggltGyFHidASBigVOaVKfOYAILNK5t7C6pegF0DaMDqyURCEnjLtOQZY78Z6tHEFpMvruz"
    "PAiLGs3/8YKpo1doU337BKbKfyQHZLsicU2vrRCily/hH5LpLYVkFieSy45ceyZuoKnaYx"
    "8rSO24Raqfty2xquKZtFZfaca9wOv6iVoL2poSG1CNIwHjFIffaBNOVrC4owCLfNNcXz0d"
    "6gnfUx9H0SSMeSl4WOnoY0FjdpQf4kB+IOPwaWag91CaTd0Xh5c9NKg9w0aJCbo5dkh0K3"
    "pSGAJPZaZq1GdJlV9BY52JIphuThUYWwy8ROogdgxtDh13/XxlC7k9tpd0cNY/7x7HAjRd"
    "WU8KzgWRKRz0HV/tBnlvQtzUwHNFkFkSu8LDjTnN371+9effhZ7E2n8j6h7DGI32hx//On"
    "h1fVWBF22EZB6WbyoHQFkbcNSpVYSzpzAPApStNBy9JZuxmvUIDl88cOT4/aEVYuB6PH5q"
    "UK5CbDFO6QOrVKGMpHK5RR8R+WAsMHcQ3ZvWgVrbxoiFZeCDpyZWbvDx/fv1M1eh1sM+P/"
    "DBfTOR5vDeRGZDTnkaopo4rdG73ByfNIf/w/+HcLBw=="
)

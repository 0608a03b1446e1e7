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
    "number" VARCHAR(20) NOT NULL,
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
    "last_id" BIGINT NOT NULL,
    "at" BIGINT NOT NULL
) /* How far the books are known to be in order, so that the next check looks at what came later. */;""",
    "postgres": """
        CREATE TABLE IF NOT EXISTS "unmatched_charge" (
    "id" SERIAL NOT NULL PRIMARY KEY,
    "public_id" VARCHAR(26) NOT NULL UNIQUE,
    "provider_key" VARCHAR(120) NOT NULL UNIQUE,
    "number" VARCHAR(20) NOT NULL,
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
    "last_id" BIGINT NOT NULL,
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
    "6hzNhjtjEsI/LqV1b0ORzhoScuTsKA1gtbxvtYiO9MK74D1S7Tq3aZVmXGhGJwg0QxvHC3"
    "UutgzBEaxC+GjnJCO9IEjNz5XDY30j7v+aq5xMTr4MWVcBAHgroYqIuZhwKBuhjtdAjUxZ"
    "xpCCgeEfuOMGnwJxdYtpshm97oCIUw2gRKJtqCMj+KC65hyDlRm+ifITS02wYZ6s/QF8GR"
    "Ji/PSOW14Hfs2gxI5p23IfEh7nSRWRGHp0dNiCCXA/NhXmcb5FnmlGcBk07zpmLdU1eQW5"
    "lA3IjbblRUgdgUGU0R2oVFz/bit3l7iZA/gXGFGuRPwP+GYtrzW4AJBUCi3uGmyy+y58s2"
    "XcXDXH/RNgwyCe9Q65gIX/oAq5XeFSDaHYm3bU7EW/mBeFsfbM+lttEXUGC4iNGO4mG8cH"
    "BPBnZPwK47b7PiYWdh9y2i1JI36JRkjpoXKJI2dwXxIW2Mz7m/nN74C5kXyLycb+bl8MNT"
    "XJQySrsUwSB373BTTonjVF5D0+S6Db3Xcnava+TScPUrslnCkgLJVZyGZPcfRE1JU9MZZZ"
    "SGRPd/G/YpAh/Hu1jmZ5IU4/829vEhmtU+/l8Aabhxh0lkJT/3DhpCU5avWhkVVw1GxVXd"
    "qICi0hGLSjdsJ7g2Sk52Kg9kd5muZtnCG8/usWcFzxJfMcNUBx89s2TM3bxaOJuiRRFjRc"
    "455fev37368LOY9FTeJ5Q9BvEbLe5//vTwCuoPGoLUN21i1DfyEPVNLULNGNr5ohoxeYFY"
    "AQJj0qoG3c56XiHTCX0X28KdK+VVgAR6BVPoAmQ5DtcYVKSN5THRGhDIrZLrWpSZKAhEOS"
    "u5VVFGaZAYhN6gM8hhQW3ShBaARrc3qjfYZyAYjzLT9O2/0GpDyPZVYlIuJAncitTyWAp3"
    "n8ibVgEwmX65pi2tWeJ2FC0iT+86yMVPKHhWC1hXUNDKVVfXsrl4Uk6lY/FmfUj2N+1A8e"
    "QDe+Nr7Q1msVAl5pEDNDI1etu/Tsj/dv4dzJ0KpxWUTtu5P83g0b1I08q98RwBnriyJy6J"
    "fciDzTqFPQbKDk7P2/juYOEtmt2NTGzZ1t9wiojJOBzn4m0MViaaLq9aeVEZpV1JYv8tKc"
    "hzfMI/TM1dq6DAXasbEao1iBrXHvZf6DnNkrhZG70r4ggmxMhN3lRei/06tskL9RWDzseG"
    "+oohctTK8ZsKCrSuhFj1eEMFpoEfPLYGPl30TPMdDXUVUFdxfgswvXjbw8FFXzTH2zKxZd"
    "t4GyoiIN42Lz0NbdlzassOA0GniXw1DuIauoiXL9v2Yjc2Y9ejn0/iUa1yyztHaEHz2GZ3"
    "ehFL2y2dymvg4YwwmJUibkWrNVtmCC228wjTpfwAPWESUlOdbAFUu309COdzCJdGU8TwEx"
    "qJ5d5DptneDD2GBVZHk+dYx2oUGBnZe19b2OXfyqRYOJ648d7BKhRW4WtWIQyQSmiwCIEE"
    "Qn3iBmWddEsFqA2zI29oB9OIDMdUvx1BANXOahlk1BdEwiESfn4LMKFI+A9ktZBEv6NHy2"
    "MR718PQr0GuT9nI/0c5IQ+im9Y+qUS+q4MKF0an2sz6gqD1OLn6bsqDzSF1rh+9Q+E2OcU"
    "Yod5nAMWF/M/MlSK22QADentfwKnH2ASYCYo22wI1eQQnQyb/rrq8kNZYd+WURpu3otWyu"
    "GiQTtc1NXD/Mb1juaO9q0qmob1No77aBrXCwHF1q6obz27xBKQL880FyAjbvDf/xhqi0ON"
    "vVY19kHoKQdWcoxOtsfIqqQwX0ett0Gr+HmPoyO/mB36RaownTZ0j7XgFt0oZdEKCNiqdd"
    "9kjYKAf30FQksYoLSW6BXfAizP8kouAAYqF2Tvqd0dmQE62VtTcyuGr4JykUVRlxx6BQhe"
    "XHcvLkCSUQmN9VFFGLDflf0oCYcSLlXUTAWmXbBogJkg0Xwl5ahcGaUdzYOo9ISzwrWXrd"
    "sQqkAN+B47QHSo2FPZ4wWIBoRXQ/ytIvwNAf5aARTx7DDgitd+Vk2oCKDaEd7/WByoODv9"
    "iNOgywKUcWAidq7bxh6mmw4LUAHCCsy35O8h6tBcyOv+kufLFsV/JspEh72NPPosDNV7p9"
    "/JEUZWvZcvUvsVyDFwqHb3+xUd0fFd0BmncWeSTZxR0msGKYUZsbknwVYtrZAjtPMYB4lB"
    "wT0YI59n0fA+7mmIBs81ZnGKMHBQOrMPWbQTrwCkFyC9cAbphTjvqEJ6BgCyW5E9obDTP+"
    "O+JUnM6Z9pU1NzwCnrfTrNUMX4vwr6OJXX7o6Nvpov5JEkTE3fCoU3ad8Twu0MTxLPK+Iq"
    "vK84cCgtkb0yrqK4f//+TUlR3L+uaoKf3t4/8FMxXgsuhJnE5EhoM1dKOcgSSAOdXNnmN9"
    "dt9vnNtXyjR8+EPKu6lCUYGNYzzb38Kwm8yOYNZ2GZI2OGczk4B095DvbokciPwg2hSsV8"
    "qbyOsf1BplUqzcr29ctV9RaIjs1zQcjuyDADfUYFjzExK6/6Uti1FRTsXtH8vdDzos9rz2"
    "oBAb0uoqusobd4sKT0CcvoJkf1yVJUJkVIvcW7ioRF6LwIAaXm6pmJjI7GJvsiTBvVPfYP"
    "gBDfdK1H9SxtGQj8d+P/CQUUq82pLUC0C9b10yowoVjRPX8nlzx+jx+jdhpJyKgstDwWOV"
    "ol4vxrZPLHIkiLTxtk7Ahlxq9kRQ22sZixRwEynBAZ2DMsI3biov8lHpfEXsiQQQJjQ8Jg"
    "aViewzHIcIn3iPib7C3MDLKOZZP3sqhBGXbd6A1fLCorP/6nC+eRUt+KfzXJgZ2koaoDSa"
    "EmeZI1yenStXZDDvIaeiFtutfkzWu13jWoihv5xIdZoYMOAHSQz9+5Rm/D3JiDvE5bur9Z"
    "Jy7/IkzZOSjBdCL2vBKdkV0a+h9Cr8lwTQRaGa2hbwYH2WH7zEpD5ZVMunOx5wa7XvW0ae"
    "VTa4nhU0cQkR80Iu8gZokK5uXVrDlCg2jM2LXDFP+v4uVvKQICjt3cDxI4KFAZrJgDtKG8"
    "N/N4hR4t9dRREQXGcff2Gv7HqqdOiyggf66eybcbZG/fWsF2IfFMcoHlMc/EjkTNXSp7NJ"
    "T+d7Lnj4I4JL0iZEsNK0DG1iN7z2DEWCVx7EhrLg1Kkgh1JOtxE8KIP8xwExgz9tFDm399"
    "w+U7LqhHzof+MCggnU4QS+5UxcUGqhmIAkibk3v0EfQQHD+7Y6Uh3pU9b3motI12xQnS6P"
    "dqcESU2rQ8rtcZeoyusErUuDip2gIDGn4OGj7o4EcE4EXMeEgF0B+98oQJN0b5V1UJSZRB"
    "OrHf33AmEoru+5SHMTPAiFHMz7/oE8cUzsJqDmR+zTiss+0DLU2eIK56AKgAAubnaqfjwA"
    "6xdPhp+vi4lV4QPGqjvzIoCp6wjQwSMoqdQ/Gh5bpG0ssbFSES37Doli+Ysd9gFxmYGQ5B"
    "1PAIl/ToXhTj6fONwdqfg7V/GK+vYvMUIdqEc/qrU/L5H69+FpRgcBp0PYf9gKyQ+jCMAk"
    "qbHX0K5lXUSA7QhvIerx0U1340XYeuUe1H+RC8alW8dNVQvHRVL146icE+xT17Xub6d8h3"
    "yfOu4bqCgsRRo90py55keM4U2vYmZDH3dcOP3GKGTNx5qYzvDxeQSfTF9/n9ZM3KonCR2W"
    "k0hShrL1cSwnT9/PVDX1euyfXDFovC3XKiU3kNi6L7vyczZkeB3FReQ3KHGV7mCicoN0zs"
    "dPWZoDxCz8SeBI7SRLMMoOEOvmnF8E0DwzcCxw7vlMIQmbxOFlp/yVscUNbhar8cpROtpx"
    "gJ1WkaFFCvhc/RPKulLLRs6X8ozWqJar7JmqFoMMoBb2z4x0S5iqjce42f0iEpVFwxroQW"
    "zko5/AAO3hNMSZnM72UJQZJTL8D8blafnaMPlmV/luWUTtj4FGzq2ypIHD9bY9mOnVsJmP"
    "KjkR+HAbKc5t4rsThU28yh2mY+3VNaHJAT0jc/kNW9xeyNTNtkz4/qmuiC61UmOplMwrkY"
    "1oONq/HDlYttoXZoCL8WQWMp5MVf1qFnR/wZO+Igl76g/Asi50X2begLD+3N7J9/HSli28"
    "bku5SbfJf1kYTxX6myIDlCR5t6iLHzMENoOHrtDaFIaf/mCO0SOoOkG/hfGQhuTpF3N2UA"
    "Dfgdu7fJoiZZKwaWUggU7HULLD0SxCn0TGvNkjvi2nNfg0Jde9dVYNaWcxl61FqLmvuarj"
    "CtQuEWU4VbTANkUTUDMEdoaKEMcoRyk5kINEujjU1E+kQHhge5I5YRZgm6CRrq3A/yOsWb"
    "equJsC3PCrBSKqAI0cYQ6Y1QHwVmkgZWoLQMAlKrpHpEzbFO5TVwS0Y4s2x+zHe5Lq+M00"
    "m9jp3vxh6mmw4rUAGCSzLzhMprhnaLI0mVWGbZOrFi4lS+1+zK58Xh3eNNGX1aeidA6caA"
    "olD32wOg1KlfzSPP2xTXq6XtUoTodAb0ZrwcfhxKuzrH6ETpyMcq5GMGzccEiEbfV4HfHK"
    "GdYT5IX3+Ud+6iPco4sAp1r0MdaY/3X4U6YmX12W7oabk5zV0gucCyjYOj0v3xvnYDbnrX"
    "bdSzHP0/f8cXxpt4syfXAdgk9FjS3bEK7S1iNL8MIHoDatiWF90VYDkOFwv9eq3raJ/a4m"
    "beuDcbWk4m88NcNvhhcDEvXMw7660NIyRGGSGBvPgaY5V4TRECmaZaPtS18E6JzwIC6KyF"
    "YELbRshRIrSEAUpFTqkSnzkAyKySubew+jXcBZA2jI5sFAShp0x7jgHWu7EebVwB6fL67g"
    "wwYizr9z+GimaNXeHNN6wS26k8kN2S7AmFtn60Qoqcf0S+iyS2VZBYHgtu+bGsmbpCp2mM"
    "PK3jNqFW6r7ctoZrymZRmT3nGrfDL2olaG9qaEgtgjSMRwxSn30gTfnagiIMwm1zTfF8tD"
    "doZ30MfZ8E0rHkZaGjpyGNxU1akD/JgbjDj4Gl2kNdAml3NF7e3LTSIDcNGuTm2OlIQ6Hb"
    "0hBAEnsts1YjuswqeoscbMkUQ/LwqELYZWIn0QMwY+jw679rY6jdye20u6OGMf94driRom"
    "pKeFbwLInI56Bqf+gzS/qWZqYDmqyCyBVeFpxpzu7963evPvws9qZTeZ9Q9hjEb7S4//nT"
    "w6tqrAg7bKOgdDN5ULqCyNsGpUqsJZ05APgUpemgZems3YxXKMDy+WOHp0ftCCuXg9Fj81"
    "IFcpNhCndInVolDOWjFcqo+A9LgeGDuIbsXrSKVl40RCsvBB25MrP3h4/v36kavQ62mfF/"
    "hovpHI+3BnIjMprzSNWUUcXujd7g5HmkP/4fRBIEnA=="
)

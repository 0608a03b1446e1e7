"""The people of the shop and its customers, as owners see them: roles, permissions, accounts switched off and on."""

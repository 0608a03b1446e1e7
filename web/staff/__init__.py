"""What the people of the shop may do: the permission of each route, and the gate that asks for it."""

"""Tables of forms with figures that hold, and slips in them."""

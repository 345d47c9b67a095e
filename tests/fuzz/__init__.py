"""What any bytes are thrown at: the seams where statlint reads what strangers write."""

"""What the formulas, formats and hidden parts of a workbook say of its figures."""

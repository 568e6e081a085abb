"""What belongs together in a row: ranges, days of one month, dates in two styles, words before and after."""

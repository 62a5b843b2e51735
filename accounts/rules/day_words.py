"""Days and times as the portal says them: "Mon 2 Nov", "10:00". No Django, no clock."""

from datetime import date, time

WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
LONG_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
LONG_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August"),
    *("September", "October", "November", "December"),
)
FIRST_MONTH_OF_SCHOOL_YEAR = 9
NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def school_year_of(on: date) -> int:
    """The year in which the school year holding `on` began (1 September to 31 August)."""
    return on.year if on.month >= FIRST_MONTH_OF_SCHOOL_YEAR else on.year - 1


def say_day(on: date, today: date) -> str:
    """ "Mon 2 Nov"; with the year when it is not of the school year that holds `today`."""
    words = f"{WEEKDAYS[on.weekday()]} {on.day} {MONTHS[on.month - 1]}"
    return words if school_year_of(on) == school_year_of(today) else f"{words} {on.year}"


def say_long_day(on: date, today: date) -> str:
    """ "Monday 2 November", for headings; the year as in `say_day`."""
    words = f"{LONG_WEEKDAYS[on.weekday()]} {on.day} {LONG_MONTHS[on.month - 1]}"
    return words if school_year_of(on) == school_year_of(today) else f"{words} {on.year}"


def say_clock(at: time) -> str:
    """ "10:00", on the 24-hour clock."""
    return f"{at.hour:02}:{at.minute:02}"


def say_number(count: int) -> str:
    """ "two", "ten", "11", "1,336": small counts in words."""
    return NUMBERS[count] if 0 <= count < len(NUMBERS) else f"{count:,}"

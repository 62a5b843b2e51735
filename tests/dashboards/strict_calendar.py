"""A strict reading of a calendar file: what RFC 5545, 5546 and 7986 ask of one, line by line.

Written against the texts alone, and knows nothing of the library that wrote the file.
"""

import re
from datetime import datetime

NAMES = {
    *("PRODID", "VERSION", "CALSCALE", "METHOD", "NAME", "REFRESH-INTERVAL", "UID", "DTSTAMP"),
    *("DTSTART", "DTEND", "SUMMARY", "STATUS", "TRANSP", "CLASS", "SEQUENCE", "LOCATION", "URL"),
    *("ORGANIZER", "ATTENDEE", "TZID", "TZNAME", "TZOFFSETFROM", "TZOFFSETTO", "RRULE"),
}
ONCE = {"UID", "DTSTAMP", "DTSTART", "SUMMARY", "STATUS", "SEQUENCE", "ORGANIZER"}
STATUSES = {"TENTATIVE", "CONFIRMED", "CANCELLED"}
LINE = re.compile(
    r"(?P<name>[A-Z0-9-]+)(?P<params>(?:;[A-Z-]+=(?:\"[^\"]*\"|[^\";:,]*))*):(?P<value>.*)"
)
DAY, MOMENT, UTC = (re.compile(p) for p in (r"\d{8}", r"\d{8}T\d{6}", r"\d{8}T\d{6}Z"))
TEXTS = {"SUMMARY", "LOCATION", "NAME"}


def faults_of(file: bytes) -> list[str]:
    """Everything that is wrong, in words; nothing for a file that keeps the rules."""
    found = list(_faults_of_bytes(file))
    lines = re.sub(r"\r\n[ \t]", "", file.decode("utf-8")).removesuffix("\r\n").split("\r\n")
    parts: list[tuple[str, list[tuple[str, str, str]]]] = []
    stack: list[tuple[str, list[tuple[str, str, str]]]] = []
    for line in lines:
        match = LINE.fullmatch(line)
        if match is None:
            found.append(f"not a content line: {line}")
            continue
        name, params, value = match["name"], match["params"], match["value"]
        if name == "BEGIN":
            stack.append((value, []))
        elif name == "END":
            if not stack or stack[-1][0] != value:
                found.append(f"END:{value} ends nothing")
            else:
                parts.append(stack.pop())
        elif not stack:
            found.append(f"{name} stands outside")
        else:
            stack[-1][1].append((name, params, value))
            found += _faults_of_property(name, value)
    if stack:
        found.append(f"{stack[-1][0]} does not end")
    return found + _faults_of_parts(parts)


def _faults_of_bytes(file: bytes) -> list[str]:
    found = []
    if not file.endswith(b"\r\n") or b"\n" in file.replace(b"\r\n", b""):
        found.append("lines do not end with CRLF")
    if re.search(rb"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", file):
        found.append("a control character")
    found += [f"longer than 75 octets: {line!r}" for line in file.split(b"\r\n") if len(line) > 75]
    return found


def _faults_of_property(name: str, value: str) -> list[str]:
    if name not in NAMES and not name.startswith("X-"):
        return [f"{name} is no property"]
    if name in TEXTS and re.search(r"(?<!\\)(?:\\\\)*[,;]", value):
        return [f"{name} holds an unescaped comma or semicolon"]
    return []


def _faults_of_parts(parts: list[tuple[str, list[tuple[str, str, str]]]]) -> list[str]:
    found = []
    calendars = [rows for name, rows in parts if name == "VCALENDAR"]
    if len(calendars) != 1:
        return ["not exactly one VCALENDAR"]
    head = [name for name, _, _ in calendars[0]]
    found += [f"{n} not exactly once" for n in ("PRODID", "VERSION") if head.count(n) != 1]
    zones = {v for name, rows in parts if name == "VTIMEZONE" for n, _, v in rows if n == "TZID"}
    for name, rows in parts:
        if name in ("STANDARD", "DAYLIGHT"):
            needed = {"DTSTART", "TZOFFSETFROM", "TZOFFSETTO"}
            found += [f"{name} without {n}" for n in needed - {n for n, _, _ in rows}]
    events = [rows for name, rows in parts if name == "VEVENT"]
    asks = ("METHOD", "REQUEST") in {(name, value) for name, _, value in calendars[0]}
    for rows in events:
        guests = [name for name, _, _ in rows].count("ATTENDEE")
        if guests != asks:
            found.append(
                "a request without one guest" if asks else "a published event names guests"
            )
        found += _faults_of_event(rows, zones)
    uids = [v for rows in events for n, _, v in rows if n == "UID"]
    found += [f"UID {uid} twice" for uid in set(uids) if uids.count(uid) > 1]
    return found


def _faults_of_event(rows: list[tuple[str, str, str]], zones: set[str]) -> list[str]:
    names = [name for name, _, _ in rows]
    found = [f"{name} not exactly once in an event" for name in ONCE if names.count(name) != 1]
    if found:
        return found
    value = {name: (params, said) for name, params, said in rows}
    if not UTC.fullmatch(value["DTSTAMP"][1]):
        found.append("DTSTAMP is not in UTC")
    if value["STATUS"][1] not in STATUSES:
        found.append("STATUS is unknown")
    if not value["SEQUENCE"][1].isdecimal():
        found.append("SEQUENCE is no number")
    if not re.fullmatch(r"mailto:[^@\s]+@[^@\s]+", value["ORGANIZER"][1]):
        found.append("ORGANIZER is no address")
    if "URL" in value and not re.fullmatch(r"https?://\S+", value["URL"][1]):
        found.append("URL is no address")
    return found + _faults_of_time(value, zones)


def _faults_of_time(value: dict[str, tuple[str, str]], zones: set[str]) -> list[str]:
    if "DTEND" not in value:
        return ["no DTEND"]
    (params, start), (end_params, end) = value["DTSTART"], value["DTEND"]
    if params != end_params:
        return ["DTSTART and DTEND are of two kinds"]
    if "VALUE=DATE" in params:
        days = DAY.fullmatch(start) and DAY.fullmatch(end)
        return [] if days and end > start else ["a day that ends before it begins"]
    zone = re.search(r"TZID=([^;]+)", params)
    if not UTC.fullmatch(start) and (zone is None or zone[1] not in zones):
        return ["a time of a clock that is not described"]
    if not MOMENT.match(start) or not MOMENT.match(end) or end <= start:
        return ["a time that ends before it begins"]
    datetime.strptime(start[:15], "%Y%m%dT%H%M%S")  # noqa: DTZ007
    return []

"""Random review histories, and what the package `fsrs` makes of them: one card a line.

Each line is `grade:time:state:step:stability:difficulty:due` for each review, parted by blanks; times in seconds since
1970, the two numbers of memory as Python writes them, which says every bit of them.
"""

import random
import sys
from datetime import datetime, timedelta, timezone

from fsrs import Card, Rating, Scheduler

count = int(sys.argv[1])
chance = random.Random(20260101)
scheduler = Scheduler(enable_fuzzing=False)
start = datetime(2026, 1, 1, tzinfo=timezone.utc)


def wait(card: Card, now: datetime) -> timedelta:
    """Some time until the next review: mostly about when it is due."""
    kind = chance.random()
    if kind < 0.5:
        return max(card.due - now, timedelta(0)) + timedelta(seconds=chance.randrange(0, 7200))
    if kind < 0.7:
        return timedelta(seconds=chance.randrange(0, 86_400))
    if kind < 0.9:
        return (card.due - now) * chance.uniform(0.2, 3) + timedelta(seconds=chance.randrange(0, 10))
    return timedelta(seconds=chance.randrange(0, 400 * 86_400))


for _ in range(count):
    card, now, line = Card(card_id=1), start + timedelta(seconds=chance.randrange(0, 86_400)), []
    for _ in range(chance.randrange(1, 16)):
        grade = chance.choices([1, 2, 3, 4], [2, 2, 5, 1])[0]
        card, _ = scheduler.review_card(card, Rating(grade), now)
        line.append(
            f"{grade}:{int(now.timestamp())}:{card.state.value}:{card.step if card.step is not None else '-'}"
            f":{card.stability!r}:{card.difficulty!r}:{int(card.due.timestamp())}"
        )
        now += timedelta(seconds=int(max(wait(card, now), timedelta(0)).total_seconds()))
    print(" ".join(line))

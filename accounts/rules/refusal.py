"""A refusal in words: what a policy or an action raises when something may not be done."""


class Refused(Exception):
    """May not be done now. The message is a sentence for the person; `field` names the form field
    that it belongs beside, when there is one."""

    def __init__(self, sentence: str, field: str | None = None) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.field = field

"""Forms of accounts on the app's own pages."""

from records.members import admit

from ..forms import ModelForm


class AccountModelForm(ModelForm):
    """A form of an account; what a member makes is a member's, too."""

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, user=user, **kwargs)
        self.user = user

    def save(self, commit=True):
        is_new = not self.is_update
        account = super().save(commit)
        if commit and is_new:
            admit(account, self.user)
        return account

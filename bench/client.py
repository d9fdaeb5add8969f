"""A small browser: one connection that is kept alive, cookies, and forms that are sent as they stand."""

import http.client
import re
import urllib.parse
from html.parser import HTMLParser


# Where it is said for what a family's dossier is opened.
WHY = "/hvorfor"


class Forms(HTMLParser):
    """The forms of a page: address, and the fields as they would be sent when nobody changes anything."""

    def __init__(self):
        super().__init__()
        self.all, self._area, self._select = [], None, None

    def handle_starttag(self, tag, pairs):
        it = dict(pairs)
        if tag == "form":
            self.all.append((it.get("action", ""), {}))
        if not self.all:
            return
        fields = self.all[-1][1]
        if tag == "input" and it.get("name") and it.get("type") not in ("submit", "button"):
            if it.get("type") not in ("radio", "checkbox") or "checked" in it:
                fields[it["name"]] = it.get("value", "")
        elif tag == "textarea":
            self._area = it.get("name")
            fields[self._area] = ""
        elif tag == "select":
            self._select = it.get("name")
        elif tag == "option" and self._select and ("selected" in it or self._select not in fields):
            fields[self._select] = it.get("value", "")

    def handle_data(self, text):
        if self._area:
            self.all[-1][1][self._area] += text

    def handle_endtag(self, tag):
        if tag == "textarea":
            self._area = None
        if tag == "select":
            self._select = None


class Browser:
    """Somebody with a session."""

    def __init__(self, port, cookies=None):
        self.host = f"127.0.0.1:{port}"
        self.line = http.client.HTTPConnection("127.0.0.1", port)
        self.cookies = dict(cookies or {})

    def ask(self, method, path, body=None):
        """Sends one request; answers with status, headers and text."""
        head = {"Accept": "text/html", "Accept-Language": "nb", "User-Agent": "veven-bench"}
        if self.cookies:
            head["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        if method == "POST":
            head["Content-Type"] = "application/x-www-form-urlencoded"
            head["Origin"] = f"http://{self.host}"
            head["Sec-Fetch-Site"] = "same-origin"
        self.line.request(method, path, body, head)
        answer = self.line.getresponse()
        text = answer.read()
        for cookie in answer.headers.get_all("set-cookie") or []:
            name, value = cookie.split(";")[0].split("=", 1)
            self.cookies[name] = value
        return answer.status, answer.headers, text

    def page(self, path):
        """A page that must be there. Asked for what, as anybody at work is once for each family, it answers the first
        that is offered."""
        status, _, text = self.ask("GET", path)
        if status != 200:
            raise LookupError(f"{path} answers {status}")
        text = text.decode()
        if f'action="{WHY}"' not in text:
            return text
        purpose = re.search('name="formal" value="([^"]+)"', text).group(1)
        if self.send(WHY, {**form(text, WHY), "formal": purpose}) != 303:
            raise LookupError(f"{path} was not opened")
        return self.page(path)

    def send(self, path, fields):
        """Sends a form; answers with the status."""
        return self.ask("POST", path, urllib.parse.urlencode(fields))[0]

    def become(self, persona):
        """Signs in by the page of personas."""
        forms = Forms()
        forms.feed(self.page("/logg-inn"))
        fields = next(fields for action, fields in forms.all if action == "/logg-inn")
        if self.send("/logg-inn", {**fields, "persona": persona}) != 303:
            raise LookupError(f"nobody can be {persona}")
        return self


def form(text, action):
    """The form with this address, as it stands."""
    forms = Forms()
    forms.feed(text)
    found = [fields for address, fields in forms.all if address.split("?")[0].endswith(action)]
    if not found:
        raise LookupError(f"no form goes to {action}")
    return found[0]


def addresses(text, pattern):
    """All different addresses on a page that look like this, in their order."""
    return list(dict.fromkeys(re.findall(rf'href="({pattern})["#?]', text)))

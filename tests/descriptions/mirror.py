# SPDX-License-Identifier: Apache-2.0
"""What a client knows of its conversations: fetched once, then kept by frames alone, by the rules of docs/protocol.md."""
import json

SHOWN = ("id", "type", "name", "description", "avatar_url", "history", "member_count", "first_seq", "last_seq",
         "last_change", "created_at", "updated_at", "my", "last_message")


def fetch(person):
    """The state as the server tells it, by conversation."""
    state = {}
    for conversation in person.must("GET", "/api/v1/conversations?limit=100")["conversations"]:
        state[conversation["id"]] = shown(conversation, messages_of(person, conversation["id"]))
    return state


def messages_of(person, id):
    path = "/api/v1/conversations/%s/messages?limit=100" % id
    page = person.must("GET", path)
    messages = page["messages"]
    while page["has_more"]:
        page = person.must("GET", path + "&before_seq=%d" % messages[-1]["seq"])
        messages += page["messages"]
    return {message["id"]: message for message in messages}


def profile(user):
    """What somebody is called and looks like."""
    return {key: user[key] for key in ("id", "username", "display_name", "avatar_url") if key in user}


def profiles(person, ids):
    return {id: profile(person.must("GET", "/api/v1/users/" + id)) for id in ids}


def shown(conversation, messages):
    made = {key: conversation[key] for key in SHOWN if key in conversation}
    made["members"] = {member["user_id"]: member for member in conversation.get("members", [])}
    made["messages"] = messages
    return made


class Mirror:
    def __init__(self, person):
        self.person = person
        self.state = fetch(person)
        self.people = {}  # profiles, by id
        self.sees_receipts = True
        self.unread = {}  # number of each notification that has not been read, by id
        self.disorder = []  # frames that came out of the order of `change`

    def apply(self, frame):
        handler = getattr(self, "on_" + frame["type"].replace(".", "_"), None)
        if handler is None:
            return
        change = frame.get("change", frame.get("data", {}).get("change")) if isinstance(frame.get("data", {}), dict) \
            else frame.get("change")
        id = frame.get("conversation_id") or frame.get("data", {}).get("conversation_id")
        conversation = self.state.get(id)
        if conversation and change is not None and frame["type"] != "conversation.created":
            if change <= conversation["last_change"]:
                return
            if change != conversation["last_change"] + 1:
                self.disorder.append("%s %d after %d" % (frame["type"], change, conversation["last_change"]))
            conversation["last_change"] = change
        handler(frame, conversation)

    def on_user_updated(self, frame, _):
        self.people[frame["user"]["id"]] = profile(frame["user"])

    def on_message_new(self, frame, conversation):
        message = frame["data"]
        conversation["messages"][message["id"]] = message
        conversation["last_message"] = message
        conversation["last_seq"] = message["seq"]
        self.count_reply(conversation, message, +1)
        my, own = conversation["my"], message["sender_id"] == self.person.id
        if message["type"] == "system":
            return
        sender = conversation["members"].get(message["sender_id"])
        if sender:
            sender["delivered_seq"] = message["seq"]
            if self.sees_receipts or own:  # sending reads
                sender["read_seq"] = message["seq"]
        if own:
            my.update(read_seq=message["seq"], unread_count=0, mention_count=0)
        else:
            my["unread_count"] += 1
            my["mention_count"] += self.mentions_me(message)

    def mentions_me(self, message):
        return int(any(mention["user_id"] == self.person.id for mention in message["mentions"]))

    def count_reply(self, conversation, message, by):
        root = conversation["messages"].get(message.get("thread_root_id"))
        if not root:
            return
        root["change"] = message["change"]
        root["reply_count"] = root.get("reply_count", 0) + by
        if root["reply_count"] == 0:
            del root["reply_count"]

    def on_message_updated(self, frame, conversation):
        self.replace(conversation, frame["data"])

    def on_message_deleted(self, frame, conversation):
        self.replace(conversation, frame["data"])
        self.count_reply(conversation, frame["data"], -1)

    def replace(self, conversation, message):
        before = conversation["messages"].get(message["id"])
        if before and message["seq"] > conversation["my"]["read_seq"]:
            conversation["my"]["mention_count"] += self.mentions_me(message) - self.mentions_me(before)
        conversation["messages"][message["id"]] = message
        self.refresh_last(conversation)

    def refresh_last(self, conversation):
        last = conversation.get("last_message")
        if last and last["id"] in conversation["messages"]:
            conversation["last_message"] = conversation["messages"][last["id"]]

    def on_reaction_added(self, frame, conversation):
        message = conversation["messages"][frame["message_id"]]
        message.update(reactions=frame["reactions"], change=frame["change"])

    on_reaction_removed = on_reaction_added

    def on_conversation_created(self, frame, _):
        data = frame["data"]
        if data["id"] not in self.state:
            self.state[data["id"]] = shown(data, messages_of(self.person, data["id"]))

    def on_conversation_updated(self, frame, conversation):
        for key in ("name", "description", "avatar_url"):
            conversation.pop(key, None)
        last = conversation["last_seq"]
        conversation.update(frame["data"])
        conversation["last_seq"] = max(last, conversation["last_seq"])

    def on_conversation_deleted(self, frame, _):
        self.state.pop(frame["conversation_id"], None)

    def on_conversation_settings(self, frame, conversation):
        conversation["my"] = frame["my"]

    def on_member_added(self, frame, conversation):
        conversation["members"][frame["data"]["user_id"]] = frame["data"]
        conversation["member_count"] = len(conversation["members"])

    def on_member_updated(self, frame, conversation):
        conversation["members"][frame["data"]["user_id"]] = frame["data"]
        if frame["data"]["user_id"] == self.person.id:
            conversation["my"]["role"] = frame["data"]["role"]

    def on_member_removed(self, frame, conversation):
        if frame["data"]["user_id"] == self.person.id:
            self.state.pop(frame["conversation_id"], None)
        elif conversation:
            conversation["members"].pop(frame["data"]["user_id"], None)
            conversation["member_count"] = len(conversation["members"])

    def on_message_delivered(self, frame, conversation):
        self.advance(conversation, frame, 0)

    def on_message_read(self, frame, conversation):
        self.advance(conversation, frame, frame["seq"])
        if conversation and frame["user_id"] == self.person.id and frame["seq"] > conversation["my"]["read_seq"]:
            unread = [message for message in conversation["messages"].values()
                      if message["seq"] > frame["seq"] and message["type"] != "system"]
            conversation["my"].update(read_seq=frame["seq"], unread_count=len(unread),
                                      mention_count=sum(map(self.mentions_me, unread)))

    def on_notification_new(self, frame, _):
        self.unread[frame["data"]["id"]] = frame["data"]["number"]

    def on_notification_read(self, frame, _):
        self.unread = {id: number for id, number in self.unread.items()
                       if id != frame.get("notification_id") and number > frame.get("up_to", 0)}

    def advance(self, conversation, frame, read):
        member = conversation and conversation["members"].get(frame["user_id"])
        if member:
            member["read_seq"] = max(member["read_seq"], read)
            member["delivered_seq"] = max(member["delivered_seq"], frame["seq"])


def comparable(state, self_id):
    """Without what a client knows by itself: how far it has received."""
    copy = json.loads(json.dumps(state))
    for conversation in copy.values():
        if self_id in conversation["members"]:
            conversation["members"][self_id].pop("delivered_seq")
            conversation["members"][self_id].pop("read_seq")
    return copy

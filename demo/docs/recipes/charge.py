import os
import re

import stripe
from flask import Flask, request

stripe.api_key = os.environ["STRIPE_SECRET_KEY"]
stripe.api_base = os.environ.get("STRIPE_API", "https://api.stripe.com")
stripe.api_version = "2026-10-28.endive"
StripeError = (stripe if hasattr(stripe, "StripeError") else stripe.error).StripeError
ORDERS = {"1001": {"id": "1001", "amount": 999, "currency": "jpy"}}  # your database
POSTED = re.compile(
    r"stripe_(token=tok|source=src|payment_method=pm|confirmation_token=ctoken|payment_intent=pi)_\w+",
    re.ASCII,
)
app = Flask(__name__)


@app.post("/charge")
def charge():
    order = ORDERS.get(request.form.get("order"))
    given = [field for field in request.form.items(multi=True) if POSTED.fullmatch("=".join(field))]
    if not order or len(given) != 1:
        return {"status": "refused", "code": "bad_request"}, 400
    try:
        [(field, id)] = given
        if field == "stripe_payment_intent":
            return answer(order, stripe.PaymentIntent.retrieve(id))
        return answer(order, pay(order, field, id, request.form.get("stripe_email")))
    except StripeError as error:
        details = (error.json_body or {}).get("error", {})
        # Declined, or paid before: the error brings the intent along.
        if "payment_intent" in details:
            intent = stripe.PaymentIntent.construct_from(details["payment_intent"], stripe.api_key)
            return answer(order, intent)
        app.logger.warning("order %s: %s %s", order["id"], error.http_status, error.code)
        if error.http_status in (400, 404) and details["type"] != "idempotency_error":
            return {"status": "refused", "code": error.code}, 402
        return {"status": "unknown"}, 202


# One intent for each order, and Stripe takes the money of an intent once, whatever is posted.
def pay(order, field, id, email):
    intent = stripe.PaymentIntent.create(
        amount=order["amount"],
        currency=order["currency"],
        metadata={"order_id": order["id"]},
        automatic_payment_methods={"enabled": True, "allow_redirects": "never"},
        idempotency_key=f"order:{order['id']}",
    )
    card = {"payment_method": id}
    if field == "stripe_token":
        card = {"payment_method_data": {"type": "card", "card": {"token": id}}}
    if field == "stripe_confirmation_token":
        card = {"confirmation_token": id}
    return stripe.PaymentIntent.confirm(
        intent["id"],
        **card,
        receipt_email=email,
        use_stripe_sdk=True,
        idempotency_key=f"order:{order['id']}:{id}",
    )


def answer(order, intent):
    bought = {"amount": intent.amount, "currency": intent.currency}
    if order != {"id": getattr(intent.metadata, "order_id", None), **bought}:
        return {"status": "refused", "code": "bad_request"}, 400
    if intent.status == "succeeded":
        return {"status": "done", "location": "/thanks"}  # write it down
    if intent.status == "requires_action":
        return {"status": "action_required", "client_secret": intent.client_secret}
    if intent.status != "requires_payment_method":
        return {"status": "unknown"}, 202
    code, message = (getattr(intent.last_payment_error, name, None) for name in ("code", "message"))
    return {"status": "refused", "code": code, "message": message}, 402

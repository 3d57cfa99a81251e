import os, re, stripe
from flask import Flask, request

stripe.api_key, stripe.api_version = os.environ["STRIPE_SECRET_KEY"], "2026-10-28.endive"
stripe.api_base = os.environ.get("STRIPE_API", stripe.api_base)
IN_PAGE = {"automatic_payment_methods": {"enabled": True, "allow_redirects": "never"}}
ORDERS = {"1001": {"amount": 999, "currency": "jpy", "metadata": {"order_id": "1001"}}}  # your database
POSTED = re.compile(r"stripe_(token=tok|payment_method=pm|payment_intent=pi)_\w+", re.ASCII)
app = Flask(__name__)

@app.post("/charge")
def charge():
    number = request.form.get("order")
    given = [id for name, id in request.form.items(multi=True) if POSTED.fullmatch(f"{name}={id}")]
    if number not in ORDERS or len(given) != 1: return {"status": "error", "message": "bad request"}, 400
    [id], key = given, f"order:{number}"
    token = {"payment_method_data": {"type": "card", "card": {"token": id}}}
    card = token if id.startswith("tok_") else {"payment_method": id}
    once = {"use_stripe_sdk": True, "idempotency_key": f"{key}:{id}"}
    try:  # The order's key always gives its own intent, which is paid once.
        own = stripe.PaymentIntent.create(**ORDERS[number], **IN_PAGE, idempotency_key=key)
        intent = own.refresh() if id.startswith("pi_") else own.confirm(**card, **once)
    except Exception as error:  # A decline, and "paid before", bring the intent along.
        app.logger.warning("%s: %s %s", key, type(error).__name__, getattr(error, "code", None))
        intent = getattr(getattr(error, "error", None), "payment_intent", None) or error
    status = getattr(intent, "status", type(intent).__name__)
    if status == "succeeded": return {"status": "done", "location": "/thanks"}  # write it down
    if status == "requires_action": return {"status": "action_required", "client_secret": intent.client_secret}
    if status not in ("requires_payment_method", "InvalidRequestError"): return {"status": "unknown"}, 202
    refusal = getattr(intent, "last_payment_error", intent)
    code, message = getattr(refusal, "code", None), getattr(refusal, "message", None)
    return {"status": "refused", "code": code, "message": message}, 402

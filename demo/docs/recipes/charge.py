import hashlib, os, re, stripe
from flask import Flask, jsonify, make_response, redirect, request
from markupsafe import escape

stripe.api_key, stripe.api_version = os.environ["STRIPE_SECRET_KEY"], "2026-10-28.endive"
stripe.api_base = os.environ.get("STRIPE_API", stripe.api_base)
stripe.default_http_client = stripe.http_client.RequestsClient(timeout=10)
price = {"amount": 999, "currency": "jpy", "automatic_payment_methods": {"enabled": True}}
intents = {}  # Your database: each order remembers its intent.
credential = re.compile(r"stripe_(token=tok|payment_method=pm|payment_intent=pi)_\w+", re.ASCII)
app = Flask(__name__, static_folder=os.path.abspath("public"), static_url_path="")

@app.get("/")
def index():
    return app.send_static_file("index.html")

@app.post("/charge")
def pay_by_form():
    return charge(list(request.form.items(multi=True)))

@app.get("/return")
def come_back():  # The bank sends the customer here.
    order, intent = request.args.get("order", ""), request.args.get("payment_intent", "")
    return charge([("order", order), ("stripe_payment_intent", intent)])

@app.get("/thanks")
def thanks():
    return page("Thank you", 'Your payment has arrived. <a href="/again">Buy another one</a>')

@app.get("/again")
def again():
    response = redirect("/")
    response.delete_cookie("order")
    return response

def charge(form):
    given = [pair for pair in form if credential.fullmatch("=".join(pair))]
    field, id = given[0] if len(given) == 1 else ("", "")
    named = dict(form).get("order")
    number = hashlib.sha256(id.encode()).hexdigest()  # Where the page names no order.
    order = named or request.cookies.get("order") or number
    is_fetch = "json" in request.headers.get("Accept", "")
    is_home = request.headers.get("Sec-Fetch-Site") != "cross-site"
    is_own = intents.get(order) == id if field == "stripe_payment_intent" else is_home
    shop = os.environ.get("SHOP_ORIGIN") or request.host_url.rstrip("/")
    is_valid = bool(id and is_own and re.fullmatch(r"[\w-]{20,}", order, re.ASCII))
    answer = {"status": "error", "message": "No credential, not for this order, or from another site."}
    if is_valid:
        try: answer = pay(order, field, id, is_fetch, shop)
        except Exception as error: answer = outcome(error_of(error))
    url, status = answer.pop("url", None), answer["status"]
    if status != "done": app.logger.warning("%s %s %s", intents.get(order), status, answer.get("code"))
    if is_fetch: response = jsonify(answer)
    elif status == "done" or url: response = redirect(url or "/thanks", 303)
    else: response = make_response(result_page(answer, {"order": order, field: id}))
    codes = {"refused": 402, "unknown": 202, "error": 500 if is_valid else 400}
    if response.status_code == 200: response.status_code = codes.get(status, 200)
    if is_valid and not named:
        secure = shop.startswith("https:")
        response.set_cookie("order", order, 86400, httponly=True, samesite="Lax", secure=secure)
    response.headers.update({"Cache-Control": "no-store", "Referrer-Policy": "strict-origin"})
    return response

def pay(order, field, id, is_fetch, shop):
    """Asks Stripe for the money of an order, and says what is true of the order after that."""
    if order not in intents:
        once = {"idempotency_key": f"order:{order}", "metadata": {"order_id": order}}
        intents[order] = stripe.PaymentIntent.create(**price, **once).id
    own = intents[order]
    failure = None if id == own else confirm(order, field, id, is_fetch, shop)
    if failure and outcome(failure)["status"] == "unknown": return outcome(failure)
    intent = stripe.PaymentIntent.retrieve(own)
    if intent.status == "succeeded":
        return paid_before(failure) if failure else {"status": "done", "location": "/thanks"}
    if intent.status == "processing": return {"status": "unknown"}
    if failure: return outcome(failure)
    if intent.status != "requires_action": return outcome(intent.last_payment_error or {})
    url = (intent.next_action.get("redirect_to_url") or {}).get("url")
    return {"status": "action_required", "client_secret": intent.client_secret, "url": url}

def confirm(order, field, id, is_fetch, shop):
    """Charges the order's intent, once for each credential, and returns the error if there is one."""
    token = {"payment_method_data": {"type": "card", "card": {"token": id}}}
    card = token if field == "stripe_token" else {"payment_method": id}
    bank = {"use_stripe_sdk": is_fetch, "return_url": f"{shop}/return?order={order}"}
    key = f"order:{order}:{id}:{is_fetch}"
    try: stripe.PaymentIntent.confirm(intents[order], **card, **bank, idempotency_key=key)
    except Exception as error: return error_of(error)

def error_of(error):
    """What Stripe says of an error; nothing where Stripe said nothing, or nothing that can be read."""
    body = getattr(error, "json_body", None) or {}
    return {**body.get("error", {}), "http": getattr(error, "http_status", None)}

def outcome(error):
    """Classifies an error. The card is refused only where the card's bank or its holder said no."""
    type, code, message = (error.get(name) for name in ("type", "code", "message"))
    if type == "card_error" or code == "payment_intent_authentication_failure":
        return {"status": "refused", "code": code or "card_declined", "message": message}
    if code == "token_already_used":
        return {"status": "refused", "code": code, "message": "Please enter the card once more."}
    is_shops = error.get("http") in (400, 401, 403, 404) and type and type != "idempotency_error"
    return {"status": "error", "message": f"Stripe: {code or type}"} if is_shops else {"status": "unknown"}

def paid_before(error):
    decline = error["message"] if error["type"] == "card_error" else "Nothing was charged this time."
    message = f"This order has been paid already. {decline}"
    return {"status": "refused", "code": "order_paid", "message": message}

def result_page(answer, fields):
    status, reason = answer["status"], escape(answer.get("message", ""))
    if answer.get("code") == "order_paid":
        return page("Paid already", f'{reason} <a href="/again">Buy another one</a>')
    if status == "refused":
        return page("Not paid", f'{reason} This card was not charged. <a href="/">Try again</a>')
    if status == "error":
        return page("The shop could not take this payment", "Please ask the shop before you try again.")
    hidden = [f'<input type="hidden" name="{name}" value="{value}">' for name, value in fields.items()]
    return page("We do not know yet whether you have paid", f"""Please do not pay again.
        <form action="/charge" method="post">{"".join(hidden)}<button>Check again</button></form>""")

def page(title, text):
    return f"""<!doctype html><html lang="en"><meta name="viewport" content="width=device-width">
        <title>{title}</title><h1>{title}</h1><div>{text}</div></html>"""

<?php
const PRICE = ['amount' => 999, 'currency' => 'jpy', 'automatic_payment_methods' => ['enabled' => 'true']];
const CREDENTIAL = '/^stripe_(token=tok|payment_method=pm|payment_intent=pi)_\w+$/D';
const FOR_SERVER = ['path' => '/', 'httponly' => true, 'samesite' => 'Lax'];
define('SHOP', getenv('SHOP_ORIGIN') ?: (empty($_SERVER['HTTPS']) ? 'http://' : 'https://') . $_SERVER['HTTP_HOST']);

switch ($_SERVER['REQUEST_METHOD'] . ' ' . parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH)) {
    case 'POST /charge':
        charge($_POST);
    case 'GET /return': // The bank sends the customer here.
        charge(['order' => $_GET['order'] ?? '', 'stripe_payment_intent' => $_GET['payment_intent'] ?? '']);
    case 'GET /thanks':
        page('Thank you', 'Your payment has arrived. <a href="/again">Buy another one</a>');
    case 'GET /again':
        setcookie('order', '', ['expires' => 1] + FOR_SERVER);
        redirect('/');
    default:
        return false; // A file of the folder public.
}

/** Your database: each order remembers its intent, here in a file. */
function intentOf(string $order): ?string {
    return is_file("orders/$order") ? file_get_contents("orders/$order") : null;
}

function charge(array $form): never {
    $form = array_filter($form, 'is_string') + ['order' => ''];
    $given = array_filter($form, fn($id, $name) => preg_match(CREDENTIAL, "$name=$id"), ARRAY_FILTER_USE_BOTH);
    [$field, $id] = [key($given), current($given)];
    $number = hash('sha256', (string) $id); // Where the page names no order.
    $order = $form['order'] ?: (array_filter($_COOKIE, 'is_string')['order'] ?? $number);
    $isFetch = str_contains($_SERVER['HTTP_ACCEPT'] ?? '', 'json');
    $isNamed = count($given) === 1 && preg_match('/^[\w-]{20,}$/D', $order);
    $isLookUp = $field === 'stripe_payment_intent';
    $isHome = ($_SERVER['HTTP_SEC_FETCH_SITE'] ?? '') !== 'cross-site';
    $isValid = $isNamed && ($isLookUp ? intentOf($order) === $id : $isHome);
    $answer = $isValid
        ? pay($order, $field, $id, $isFetch)
        : ['status' => 'error', 'message' => 'No credential, not for this order, or from another site.'];
    ['status' => $status] = $answer;
    if ($status !== 'done') error_log("$status " . ($answer['code'] ?? $answer['message'] ?? ''));
    $isSecure = str_starts_with(SHOP, 'https:');
    if ($isValid && !$form['order'])
        setcookie('order', $order, ['expires' => time() + 86400, 'secure' => $isSecure] + FOR_SERVER);
    header('Cache-Control: no-store');
    header('Referrer-Policy: strict-origin');
    http_response_code(['refused' => 402, 'unknown' => 202, 'error' => $isValid ? 500 : 400][$status] ?? 200);
    if ($isFetch) {
        header('Content-Type: application/json');
        exit(json_encode(array_diff_key($answer, ['url' => ''])));
    }
    if ($status === 'done' || isset($answer['url'])) redirect($answer['url'] ?? '/thanks');
    resultPage($answer, ['order' => $order, $field => $id]);
}

/** Asks Stripe for the money of an order, and says what is true of the order after that. */
function pay(string $order, string $field, string $id, bool $isFetch): array {
    if (intentOf($order) === null) {
        [$made, $failure] = stripe('', PRICE + ['metadata' => ['order_id' => $order]], "order:$order");
        if ($failure) return outcome($failure);
        is_dir('orders') || mkdir('orders');
        file_put_contents("orders/$order", $made['id']);
    }
    $own = intentOf($order);
    $token = ['payment_method_data' => ['type' => 'card', 'card' => ['token' => $id]]];
    $card = $field === 'stripe_token' ? $token : ['payment_method' => $id];
    $bank = ['use_stripe_sdk' => json_encode($isFetch), 'return_url' => SHOP . "/return?order=$order"];
    $key = "order:$order:$id:" . json_encode($isFetch);
    $failure = $id === $own ? null : stripe("/$own/confirm", $card + $bank, $key)[1];
    if ($failure && outcome($failure)['status'] === 'unknown') return outcome($failure);
    [$intent, $trouble] = stripe("/$own");
    if ($trouble) return outcome($trouble);
    if ($intent['status'] === 'succeeded')
        return $failure ? paidBefore($failure) : ['status' => 'done', 'location' => '/thanks'];
    if ($intent['status'] === 'processing') return ['status' => 'unknown'];
    if ($failure) return outcome($failure);
    if ($intent['status'] !== 'requires_action') return outcome($intent['last_payment_error'] ?? []);
    $url = $intent['next_action']['redirect_to_url']['url'] ?? null;
    return ['status' => 'action_required', 'client_secret' => $intent['client_secret'], 'url' => $url];
}

/** Asks Stripe, and returns what it made, and what was wrong if something was. */
function stripe(string $path, array $params = [], string $key = ''): array {
    $curl = curl_init((getenv('STRIPE_API') ?: 'https://api.stripe.com') . "/v1/payment_intents$path");
    $headers = ['Authorization: Bearer ' . getenv('STRIPE_SECRET_KEY'), 'Stripe-Version: 2026-10-28.endive'];
    if ($key) $headers[] = "Idempotency-Key: $key";
    curl_setopt_array($curl, [CURLOPT_HTTPHEADER => $headers, CURLOPT_RETURNTRANSFER => true, CURLOPT_TIMEOUT => 10]);
    if ($params) curl_setopt($curl, CURLOPT_POSTFIELDS, http_build_query($params));
    $body = json_decode((string) curl_exec($curl), true);
    $http = curl_getinfo($curl, CURLINFO_RESPONSE_CODE);
    return isset($body['id']) ? [$body, null] : [null, ['http' => $http] + ($body['error'] ?? [])];
}

/** Classifies an error. The card is refused only where the card's bank or its holder said no. */
function outcome(array $error): array {
    ['type' => $type, 'code' => $code, 'http' => $http] = $error + ['type' => '', 'code' => '', 'http' => 0];
    if ($type === 'card_error' || $code === 'payment_intent_authentication_failure')
        return ['status' => 'refused', 'code' => $code ?: 'card_declined', 'message' => $error['message'] ?? ''];
    if ($code === 'token_already_used')
        return ['status' => 'refused', 'code' => $code, 'message' => 'Please enter the card once more.'];
    $isShops = in_array($http, [400, 401, 403, 404]) && $type && $type !== 'idempotency_error';
    return $isShops ? ['status' => 'error', 'message' => 'Stripe: ' . ($code ?: $type)] : ['status' => 'unknown'];
}

function paidBefore(array $error): array {
    $decline = $error['type'] === 'card_error' ? $error['message'] : 'Nothing was charged this time.';
    return ['status' => 'refused', 'code' => 'order_paid', 'message' => "This order has been paid already. $decline"];
}

function resultPage(array $answer, array $fields): never {
    ['status' => $status, 'code' => $code, 'message' => $message] = $answer + ['code' => '', 'message' => ''];
    $reason = htmlspecialchars($message);
    if ($code === 'order_paid') page('Paid already', "$reason <a href='/again'>Buy another one</a>");
    if ($status === 'refused') page('Not paid', "$reason This card was not charged. <a href='/'>Try again</a>");
    if ($status === 'error')
        page('The shop could not take this payment', 'Please ask the shop before you try again.');
    $hidden = '';
    foreach ($fields as $name => $value) $hidden .= "<input type='hidden' name='$name' value='$value'>";
    page('We do not know yet whether you have paid', "Please do not pay again.
        <form action='/charge' method='post'>$hidden<button>Check again</button></form>");
}

function page(string $title, string $text): never {
    header('Content-Type: text/html; charset=utf-8');
    exit("<!doctype html><html lang='en'><meta name='viewport' content='width=device-width'>
        <title>$title</title><h1>$title</h1><div>$text</div></html>");
}

function redirect(string $address): never {
    header("Location: $address", true, 303);
    exit;
}

<?php
const ORDERS = ['1001' => ['id' => '1001', 'amount' => 999, 'currency' => 'jpy']]; // your database
const POSTED =
    '/^stripe_(token=tok|source=src|payment_method=pm|confirmation_token=ctoken|payment_intent=pi)_\w+$/D';

[$status, $body] = $_SERVER['REQUEST_METHOD'] === 'POST' ? charge($_POST) : [405, null];
http_response_code($status);
header($body ? 'Content-Type: application/json' : 'Allow: POST');
if ($body) echo json_encode($body);

function charge(array $form): array
{
    $form = array_filter($form, 'is_string');
    $is_posted = fn($value, $name) => preg_match(POSTED, "$name=$value");
    $given = array_filter($form, $is_posted, ARRAY_FILTER_USE_BOTH);
    $order = ORDERS[$form['order'] ?? ''] ?? null;
    if (!$order || count($given) !== 1) return [400, ['status' => 'refused', 'code' => 'bad_request']];
    [$field, $id] = [key($given), current($given)];
    [$status, $body] = $field === 'stripe_payment_intent'
        ? stripe("/$id")
        : pay($order, $field, $id, $form['stripe_email'] ?? null);
    if ($status === 200 && $body) return answer($order, $body);
    $error = $body['error'] ?? ['type' => 'no_answer'];
    // Declined, or paid before: the error brings the intent along.
    if (isset($error['payment_intent'])) return answer($order, $error['payment_intent']);
    $code = $error['code'] ?? null;
    error_log("order {$order['id']}: $status {$error['type']} $code");
    $is_refusal = in_array($status, [400, 404]) && $error['type'] === 'invalid_request_error';
    return $is_refusal ? [402, ['status' => 'refused', 'code' => $code]] : [202, ['status' => 'unknown']];
}

// One intent for each order, and Stripe takes the money of an intent once, whatever is posted.
function pay(array $order, string $field, string $id, ?string $email): array
{
    $bought = [
        'amount' => $order['amount'],
        'currency' => $order['currency'],
        'metadata' => ['order_id' => $order['id']],
        'automatic_payment_methods' => ['enabled' => 'true', 'allow_redirects' => 'never'],
    ];
    [$status, $intent] = stripe('', $bought, "order:{$order['id']}");
    if ($status !== 200 || !$intent) return [$status, $intent];
    $card = match ($field) {
        'stripe_token' => ['payment_method_data' => ['type' => 'card', 'card' => ['token' => $id]]],
        'stripe_confirmation_token' => ['confirmation_token' => $id],
        default => ['payment_method' => $id],
    };
    $payment = [...$card, 'receipt_email' => $email, 'use_stripe_sdk' => 'true'];
    return stripe("/{$intent['id']}/confirm", $payment, "order:{$order['id']}:$id");
}

function answer(array $order, array $intent): array
{
    $bought = [$intent['metadata']['order_id'] ?? null, $intent['amount'], $intent['currency']];
    if ($bought !== array_values($order)) return [400, ['status' => 'refused', 'code' => 'bad_request']];
    $error = $intent['last_payment_error'] ?? [];
    return match ($intent['status']) {
        'succeeded' => [200, ['status' => 'done', 'location' => '/thanks']], // write it down
        'requires_action' => [200, ['status' => 'action_required', 'client_secret' => $intent['client_secret']]],
        'requires_payment_method' => [402, ['status' => 'refused', ...array_intersect_key($error, ['code' => 1, 'message' => 1])]],
        default => [202, ['status' => 'unknown']],
    };
}

function stripe(string $path, ?array $params = null, string $key = ''): array
{
    $curl = curl_init((getenv('STRIPE_API') ?: 'https://api.stripe.com') . "/v1/payment_intents$path");
    $headers = ['Authorization: Bearer ' . getenv('STRIPE_SECRET_KEY'), 'Stripe-Version: 2026-10-28.endive'];
    if ($params) curl_setopt($curl, CURLOPT_POSTFIELDS, http_build_query($params));
    if ($params) $headers[] = "Idempotency-Key: $key";
    curl_setopt_array($curl, [CURLOPT_HTTPHEADER => $headers, CURLOPT_RETURNTRANSFER => true, CURLOPT_TIMEOUT => 20]);
    $answer = json_decode((string) curl_exec($curl), true);
    return [curl_getinfo($curl, CURLINFO_RESPONSE_CODE), $answer];
}

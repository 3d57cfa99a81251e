<?php
const ORDERS = ['1001' => ['amount' => 999, 'currency' => 'jpy', 'metadata' => ['order_id' => '1001']]]; // your database
const IN_PAGE = ['automatic_payment_methods' => ['enabled' => 'true', 'allow_redirects' => 'never']];
const POSTED = '/^stripe_(token=tok|payment_method=pm|payment_intent=pi)_\w+$/D';

$form = array_filter($_POST, 'is_string') + ['order' => ''];
$given = array_filter($form, fn($id, $name) => preg_match(POSTED, "$name=$id"), ARRAY_FILTER_USE_BOTH);
[$order, $key, $id] = [ORDERS[$form['order']] ?? null, "order:$form[order]", current($given)];
if (!$order || count($given) !== 1) answer(400, ['status' => 'error', 'message' => 'bad request']);
$token = ['payment_method_data' => ['type' => 'card', 'card' => ['token' => $id]]];
$card = [...(isset($given['stripe_token']) ? $token : ['payment_method' => $id]), 'use_stripe_sdk' => 'true'];
$own = stripe('', [...$order, ...IN_PAGE], $key)['id']; // The key always gives the order's own intent.
$intent = isset($given['stripe_payment_intent']) ? stripe("/$own") : stripe("/$own/confirm", $card, "$key:$id");
['status' => $status, 'client_secret' => $secret, 'last_payment_error' => $refusal] = $intent;
if ($status === 'succeeded') answer(200, ['status' => 'done', 'location' => '/thanks']); // write it down
if ($status === 'requires_action') answer(200, ['status' => 'action_required', 'client_secret' => $secret]);
if ($status !== 'requires_payment_method') answer(202, ['status' => 'unknown']);
answer(402, ['status' => 'refused', 'code' => $refusal['code'] ?? null, 'message' => $refusal['message'] ?? null]);

function answer(int $code, array $body): never {
    header('Content-Type: application/json', true, $code);
    exit(json_encode($body));
}

function stripe(string $path, array $params = [], string $key = ''): array {
    $headers = ['Authorization: Bearer ' . getenv('STRIPE_SECRET_KEY'), 'Stripe-Version: 2026-10-28.endive', "Idempotency-Key: $key"];
    $curl = curl_init((getenv('STRIPE_API') ?: 'https://api.stripe.com') . "/v1/payment_intents$path");
    curl_setopt_array($curl, [CURLOPT_HTTPHEADER => $headers, CURLOPT_RETURNTRANSFER => true, CURLOPT_TIMEOUT => 20]);
    if ($params) curl_setopt($curl, CURLOPT_POSTFIELDS, http_build_query($params));
    $body = json_decode((string) curl_exec($curl), true) ?? [];
    $intent = $body['error']['payment_intent'] ?? $body; // A decline, and "paid before", bring it along.
    if (isset($intent['id'])) return $intent;
    [$status, $error] = [curl_getinfo($curl, CURLINFO_RESPONSE_CODE), ($body['error'] ?? []) + ['type' => '', 'code' => '']];
    error_log("$path $status $error[type] $error[code]");
    $refused = in_array($status, [400, 404]) && $error['type'] === 'invalid_request_error';
    answer($refused ? 402 : 202, $refused ? ['status' => 'refused', 'code' => $error['code']] : ['status' => 'unknown']);
}

require 'json'
require 'net/http'
require 'sinatra'

ORDERS = {'1001' => {amount: 999, currency: 'jpy', metadata: {order_id: '1001'}}}.freeze # your database
IN_PAGE = {automatic_payment_methods: {enabled: true, allow_redirects: 'never'}}.freeze
POSTED = /\Astripe_(token=tok|payment_method=pm|payment_intent=pi)_\w+\z/
set :show_exceptions, false
error { answer 202, status: :unknown } # Whatever went wrong: nobody knows. The log says what it was.

post '/charge' do
  order, key = ORDERS[params['order']], "order:#{params['order']}"
  (field, id), more = params.select { |name, value| POSTED.match?("#{name}=#{value}") }.to_a
  answer 400, status: :error, message: 'bad request' if !order || !id || more
  token = {payment_method_data: {type: 'card', card: {token: id}}}
  card = {**(field == 'stripe_token' ? token : {payment_method: id}), use_stripe_sdk: true}
  own = "/#{stripe('', {**order, **IN_PAGE}, key)['id']}" # The key always gives the order's own intent.
  intent = id.start_with?('pi_') ? stripe(own) : stripe("#{own}/confirm", card, "#{key}:#{id}")
  answer 200, status: :done, location: '/thanks' if intent['status'] == 'succeeded' # write it down
  answer 200, status: :action_required, client_secret: intent['client_secret'] if intent['status'] == 'requires_action'
  answer 202, status: :unknown if intent['status'] != 'requires_payment_method'
  answer 402, status: :refused, **(intent['last_payment_error'] || {}).slice('code', 'message')
end

def answer(status, body) = halt(status, {'content-type' => 'application/json'}, body.to_json)

def stripe(path, form = nil, key = nil)
  uri = URI("#{ENV.fetch('STRIPE_API', 'https://api.stripe.com')}/v1/payment_intents#{path}")
  headers = {'Authorization' => "Bearer #{ENV['STRIPE_SECRET_KEY']}", 'Stripe-Version' => '2026-10-28.endive'}
  response = Net::HTTP.get_response(uri, headers) unless form
  response ||= Net::HTTP.post(uri, Rack::Utils.build_nested_query(form), {**headers, 'Idempotency-Key' => key})
  body = JSON.parse(response.body) rescue raise('Stripe answered without JSON', cause: nil)
  return body if body['id']
  error = body.fetch('error')
  return error['payment_intent'] if error['payment_intent'] # A decline, and "paid before", bring it along.
  refused = %w[400 404].include?(response.code) && error['type'] == 'invalid_request_error'
  refused ? answer(402, status: :refused, code: error['code']) : raise("#{path}: #{response.code} #{error['code']}")
end

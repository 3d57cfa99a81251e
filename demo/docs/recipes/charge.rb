require 'json'
require 'net/http'
require 'sinatra'

STRIPE = ENV.fetch('STRIPE_API', 'https://api.stripe.com')
ORDERS = {'1001' => {id: '1001', amount: 999, currency: 'jpy'}}.freeze # your database
POSTED =
  /\Astripe_(token=tok|source=src|payment_method=pm|confirmation_token=ctoken|payment_intent=pi)_\w+\z/

get('/charge') { [405, {'allow' => 'POST'}, ''] }
post '/charge' do
  status, body = charge(params.select { |_name, value| value.is_a?(String) })
  [status, {'content-type' => 'application/json'}, body.to_json]
end

def charge(form)
  order = ORDERS[form['order']]
  (field, id), another = form.select { |name, value| POSTED.match?("#{name}=#{value}") }.to_a
  return [400, {status: :refused, code: :bad_request}] if !order || !id || another

  status, body = field == 'stripe_payment_intent' ? stripe("/#{id}") : pay(order, field, id, form['stripe_email'])
  return answer(order, body) if status == 200

  error = body.fetch('error', {})
  # Declined, or paid before: the error brings the intent along.
  return answer(order, error['payment_intent']) if error['payment_intent']

  warn "order #{order[:id]}: #{status} #{error['type']} #{error['code']}"
  is_refusal = [400, 404].include?(status) && error['type'] == 'invalid_request_error'
  is_refusal ? [402, {status: :refused, code: error['code']}] : [202, {status: :unknown}]
end

# One intent for each order, and Stripe takes the money of an intent once, whatever is posted.
def pay(order, field, id, email)
  key = "order:#{order[:id]}"
  bought = {
    'amount' => order[:amount],
    'currency' => order[:currency],
    'metadata[order_id]' => order[:id],
    'automatic_payment_methods[enabled]' => true,
    'automatic_payment_methods[allow_redirects]' => 'never',
  }
  status, intent = stripe('', bought, key)
  return [status, intent] unless status == 200

  card = {
    'stripe_token' => {'payment_method_data[type]' => 'card', 'payment_method_data[card][token]' => id},
    'stripe_confirmation_token' => {confirmation_token: id},
  }.fetch(field, {payment_method: id})
  payment = {**card, receipt_email: email, use_stripe_sdk: true}.compact
  stripe("/#{intent['id']}/confirm", payment, "#{key}:#{id}")
end

def answer(order, intent)
  bought = {id: intent['metadata']['order_id'], amount: intent['amount'], currency: intent['currency']}
  return [400, {status: :refused, code: :bad_request}] if bought != order

  error = intent['last_payment_error'] || {}
  case intent['status']
  when 'succeeded' then [200, {status: :done, location: '/thanks'}] # write it down
  when 'requires_action' then [200, {status: :action_required, client_secret: intent['client_secret']}]
  when 'requires_payment_method' then [402, {status: :refused, **error.slice('code', 'message')}]
  else [202, {status: :unknown}]
  end
end

def stripe(path, params = nil, key = nil)
  uri = URI("#{STRIPE}/v1/payment_intents#{path}")
  request = (params ? Net::HTTP::Post : Net::HTTP::Get).new(uri)
  request['Authorization'] = "Bearer #{ENV.fetch('STRIPE_SECRET_KEY')}"
  request['Stripe-Version'] = '2026-10-28.endive'
  request['Idempotency-Key'] = key if key
  request.set_form_data(params) if params
  options = {use_ssl: uri.scheme == 'https', read_timeout: 20}
  response = Net::HTTP.start(uri.host, uri.port, **options) { |http| http.request(request) }
  [response.code.to_i, JSON.parse(response.body)]
rescue IOError, SystemCallError, SocketError, Timeout::Error, OpenSSL::SSL::SSLError, JSON::ParserError
  [0, {}]
end

require 'digest'
require 'json'
require 'net/http'
require 'sinatra'

PRICE = {amount: 999, currency: 'jpy', automatic_payment_methods: {enabled: true}}.freeze
INTENTS = {} # Your database: each order remembers its intent.
CREDENTIAL = /\Astripe_(token=tok|payment_method=pm|payment_intent=pi)_\w+\z/
set :public_folder, 'public'
set :show_exceptions, false

get('/') { send_file 'public/index.html' }
post('/charge') { charge(params) }
get('/return') do # The bank sends the customer here.
  charge('order' => params['order'], 'stripe_payment_intent' => params['payment_intent'])
end
get('/thanks') { page 'Thank you', 'Your payment has arrived. <a href="/again">Buy another one</a>' }
get('/again') { response.delete_cookie('order', path: '/') and redirect('/') }

def charge(form)
  given = form.select { |name, value| CREDENTIAL.match?("#{name}=#{value}") }.to_a
  field, id = given.first
  named = form['order'].to_s
  number = Digest::SHA256.hexdigest(id.to_s) # Where the page names no order.
  order = named.empty? ? request.cookies['order'] || number : named
  is_fetch = request.env['HTTP_ACCEPT'].to_s.include?('json')
  is_home = request.env['HTTP_SEC_FETCH_SITE'] != 'cross-site'
  is_own = field == 'stripe_payment_intent' ? INTENTS[order] == id : is_home
  is_valid = given.one? && is_own && order.match?(/\A[\w-]{20,}\z/)
  answer = {status: :error, message: 'No credential, not for this order, or from another site.'}
  answer = pay(order, field, id, is_fetch) if is_valid
  code, url = answer[:status], answer.delete(:url)
  warn "#{INTENTS[order]} #{code} #{answer[:code]}" unless code == :done
  secure = shop.start_with?('https:')
  cookie = {value: order, path: '/', max_age: 86_400, httponly: true, same_site: :lax, secure: secure}
  response.set_cookie('order', cookie) if is_valid && named.empty?
  headers 'cache-control' => 'no-store', 'referrer-policy' => 'strict-origin'
  status({refused: 402, unknown: 202, error: is_valid ? 500 : 400}.fetch(code, 200))
  return [response.status, {'content-type' => 'application/json'}, answer.to_json] if is_fetch
  redirect(url || '/thanks', 303) if code == :done || url
  result_page(answer, 'order' => order, field => id)
end

def shop = ENV['SHOP_ORIGIN'] || request.base_url

# Asks Stripe for the money of an order, and says what is true of the order after that.
def pay(order, field, id, is_fetch)
  unless INTENTS[order]
    made, failure = stripe('', {**PRICE, metadata: {order_id: order}}, "order:#{order}")
    return outcome(failure) if failure
    INTENTS[order] = made['id']
  end
  own = INTENTS[order]
  token = {payment_method_data: {type: 'card', card: {token: id}}}
  card = field == 'stripe_token' ? token : {payment_method: id}
  bank = {use_stripe_sdk: is_fetch, return_url: "#{shop}/return?order=#{order}"}
  _, failure = stripe("/#{own}/confirm", {**card, **bank}, "order:#{order}:#{id}:#{is_fetch}") unless id == own
  return outcome(failure) if failure && outcome(failure)[:status] == :unknown
  intent, trouble = stripe("/#{own}")
  return outcome(trouble) if trouble
  if intent['status'] == 'succeeded'
    return failure ? paid_before(failure) : {status: :done, location: '/thanks'}
  end
  return {status: :unknown} if intent['status'] == 'processing'
  return outcome(failure) if failure
  return outcome(intent['last_payment_error'] || {}) if intent['status'] != 'requires_action'
  url = intent['next_action'].dig('redirect_to_url', 'url')
  {status: :action_required, client_secret: intent['client_secret'], url: url}
end

# Asks Stripe, and returns what it made, and what was wrong if something was.
def stripe(path, form = nil, key = nil)
  uri = URI("#{ENV.fetch('STRIPE_API', 'https://api.stripe.com')}/v1/payment_intents#{path}")
  headers = {'Authorization' => "Bearer #{ENV['STRIPE_SECRET_KEY']}", 'Stripe-Version' => '2026-10-28.endive'}
  headers['Idempotency-Key'] = key if key
  request = form ? Net::HTTP::Post.new(uri, headers) : Net::HTTP::Get.new(uri, headers)
  request.body = Rack::Utils.build_nested_query(form) if form
  request.content_type = 'application/x-www-form-urlencoded' if form
  limits = {use_ssl: uri.scheme == 'https', open_timeout: 10, read_timeout: 10, max_retries: 0}
  answer = Net::HTTP.start(uri.host, uri.port, **limits) { |http| http.request(request) }
  body = JSON.parse(answer.body)
  body['id'] ? [body, nil] : [nil, {**body.fetch('error'), 'http' => answer.code}]
rescue StandardError # No answer, or none that can be read.
  [nil, {'type' => nil}]
end

# Classifies an error. The card is refused only where the card's bank or its holder said no.
def outcome(error)
  type, code, message, http = error.values_at('type', 'code', 'message', 'http')
  if type == 'card_error' || code == 'payment_intent_authentication_failure'
    return {status: :refused, code: code || 'card_declined', message: message}
  end
  return {status: :refused, code: code, message: 'Please enter the card once more.'} if code == 'token_already_used'
  is_shops = %w[400 401 403 404].include?(http) && type != 'idempotency_error'
  is_shops ? {status: :error, message: "Stripe: #{code || type}"} : {status: :unknown}
end

def paid_before(error)
  decline = error['type'] == 'card_error' ? error['message'] : 'Nothing was charged this time.'
  {status: :refused, code: 'order_paid', message: "This order has been paid already. #{decline}"}
end

def result_page(answer, fields)
  reason = Rack::Utils.escape_html(answer[:message])
  return page('Paid already', "#{reason} <a href='/again'>Buy another one</a>") if answer[:code] == 'order_paid'
  case answer[:status]
  when :refused then page('Not paid', "#{reason} This card was not charged. <a href='/'>Try again</a>")
  when :error then page('The shop could not take this payment', 'Please ask the shop before you try again.')
  else
    hidden = fields.map { |name, value| "<input type='hidden' name='#{name}' value='#{value}'>" }.join
    page 'We do not know yet whether you have paid', "Please do not pay again.
      <form action='/charge' method='post'>#{hidden}<button>Check again</button></form>"
  end
end

def page(title, text)
  content_type :html
  "<!doctype html><html lang='en'><meta name='viewport' content='width=device-width'>
    <title>#{title}</title><h1>#{title}</h1><div>#{text}</div></html>"
end

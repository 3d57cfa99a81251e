/** A merchant's server in the page: answers each post with the next of these, and keeps what was posted. */
export function fakeShop(...answers: (object | Error | Promise<Response>)[]) {
  const fetch = window.fetch.bind(window);
  const posts: {url: string; body: [string, string][]; accept: string | null}[] = [];
  let posted: () => void = () => {};
  window.fetch = (input, init = {}) => {
    const body = init.body as URLSearchParams;
    const accept = new Headers(init.headers).get('accept');
    posts.push({url: new Request(input).url, body: [...body], accept});
    posted();
    const answer = answers.shift() ?? new Error('No answer left.');
    if (answer instanceof Promise) return answer;
    if (answer instanceof Error) return Promise.reject(answer);
    return Promise.resolve(answer instanceof Response ? answer : Response.json(answer));
  };
  return {
    posts,
    /** The form has been posted once more. */
    nextPost: () => new Promise<void>(resolve => (posted = resolve)),
    restore: () => (window.fetch = fetch),
  };
}

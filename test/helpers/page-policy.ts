interface Policy {
  createHTML(markup: string): string;
  createScriptURL(url: string): string;
}

const {trustedTypes} = window as {
  trustedTypes?: {createPolicy(name: string, rules: Policy): Policy};
};

const pass = (text: string) => text;

/** What a test's page vouches for itself, where a policy is asked for. There is one: nobody else gets it. */
export const pagePolicy: Policy = trustedTypes?.createPolicy('page', {
  createHTML: pass,
  createScriptURL: pass,
}) ?? {createHTML: pass, createScriptURL: pass};

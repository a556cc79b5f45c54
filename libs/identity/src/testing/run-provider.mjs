// A real provider of OpenID Connect on loopback, in a process of its own: it wants to be the only thing there.
// argv: its port, or 0; the address to which it sends people back; the way in which clients prove themselves.
import { createServer } from 'node:http';
import { Provider } from 'oidc-provider';

const [port, redirectUri, method = 'client_secret_basic'] = process.argv.slice(2);
const server = createServer();
server.listen(Number(port), '127.0.0.1', () => {
  const issuer = `http://127.0.0.1:${server.address().port}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: 'risk',
        client_secret: 'a-secret-of-the-platform',
        redirect_uris: [redirectUri],
        token_endpoint_auth_method: method,
      },
    ],
    clientAuthMethods: [method],
    claims: { openid: ['sub'], profile: ['name'] },
    // Platforms here put the name into the token itself.
    conformIdTokenClaims: false,
    findAccount: (_, id) => ({
      accountId: id,
      claims: () => ({ sub: id, name: `${id}的姓名` }),
    }),
    cookies: { keys: ['only for tests'] },
  });
  server.on('request', provider.callback());
  process.stdout.write(`ready ${issuer}\n`);
});

type Requirement = Readonly<Record<string, readonly string[]>>;

/** The ways in which callers show who they are. */
export const SECURITY_SCHEMES = {
  session: {
    ...{ type: 'apiKey', in: 'cookie', name: 'risk' },
    description:
      '登录后的会话 cookie（POST /api/session）；平台以 https 对外时名为 __Host-risk。人员使用；写操作须来自本站。',
  },
  serviceToken: {
    ...{ type: 'http', scheme: 'bearer' },
    description: '服务令牌（POST /api/tokens），只能报送数据，写在 Authorization: Bearer 里。',
  },
} as const;

const SESSION: Requirement = { session: [] };

/** Who may knock at a door: anybody, whoever is signed in, or a system with its token as well. */
export function securityOf(path: string, isOpen: boolean): readonly Requirement[] {
  if (isOpen) return [];
  return path.startsWith('/api/feeds/') ? [{ serviceToken: [] }, SESSION] : [SESSION];
}

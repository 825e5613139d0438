/** What AWS needs after a change. */
export const justChanged = '如果刚刚更改过密钥或策略，请等待半分钟后重新检查：AWS 需要几秒钟才能使更改生效。';

/** Where a policy is edited. */
export const openPolicy = '在 AWS 控制台依次打开 IAM、“Policies”、triage.ai 的策略、“Edit”';

/** The user of a key, by ARN where it is known. */
export const user = (arn: string | undefined) => (arn ? `用户 ${arn} ` : '此访问密钥的 IAM 用户');

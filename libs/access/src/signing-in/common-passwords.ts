/**
 * What is tried first, in lower case and without what is put behind: keyboard walks, years, words of offices
 * and of this city. Own list; the large public ones are English.
 */
export const COMMON_PASSWORDS: ReadonlySet<string> = new Set(
  `123456 12345678 123456789 1234567890 0123456789 111111 11111111 666666 888888 88888888 000000 123123
   123321 654321 987654321 112233 147258369 147258 159357 5201314 1314520 520520 woaini woaini1314
   password passw0rd passwd p@ssw0rd p@ssword mima kouling admin administrator root system sysadmin guest
   test user login welcome letmein master manager superman dragon monkey football iloveyou abc abcd abcde
   abc123 abcd1234 a123456 a12345678 aa123456 qq123456 q123456 z123456 w123456 asd asdf asdfgh asdfghjkl
   zxc zxcv zxcvbn zxcvbnm qwe qwer qwerty qwertyui qwertyuiop qaz qazwsx qazwsxedc 1qaz 1qaz2wsx 1qaz@wsx
   1q2w3e 1q2w3e4r 1q2w3e4r5t qwe123 qweasd qweasdzxc !qaz2wsx !@#$%^ !@#$%^&* chenzhou czcz chenzhoushi
   hunan beihu suxian guiyang yizhang yongxing jiahe linwu rucheng guidong anren zixing jinrong jinrongban
   jrb czjrb gongan gonganju zhengfu shizhengfu bangong bangongshi huawei lenovo xiaomi china zhongguo
   zhonghua beijing risk fengxian yujing jiance changeme default`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

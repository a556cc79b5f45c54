import type { ThemeConfig } from 'antd';
import { FONTS } from '../shown/fonts.js';

/**
 * The look of antd's components here. Every colour of text keeps 4.5 to 1 against what it stands on (WCAG AA);
 * antd's own greys, greens and oranges do not.
 */
export const THEME: ThemeConfig = {
  token: {
    ...{ fontFamily: FONTS, fontSize: 14, borderRadius: 4 },
    ...{ colorPrimary: '#1d4f91', colorLink: '#1d4f91', colorInfo: '#1d4f91' },
    ...{ colorError: '#b3261e', colorWarning: '#8a5a00', colorSuccess: '#216e39' },
    ...{ colorText: '#1f2329', colorTextSecondary: '#4b5563', colorTextTertiary: '#5b6470' },
    ...{ colorTextDescription: '#5b6470', colorTextPlaceholder: '#6b7280' },
    ...{ colorBorder: '#98a2b3', colorBgLayout: '#f5f6f7' },
    ...{ controlOutlineWidth: 3, controlOutline: 'rgba(250, 140, 22, 0.55)' },
    ...{ colorWarningBg: '#fff8e1', colorWarningBorder: '#e0b400' },
    ...{ colorErrorBg: '#fff1f0', colorErrorBorder: '#f0a8a2' },
    motion: false,
  },
  components: {
    Button: { primaryShadow: 'none', dangerShadow: 'none', defaultShadow: 'none' },
    Form: { itemMarginBottom: 16, verticalLabelPadding: '0 0 4px' },
    Segmented: { trackBg: '#e4e7eb' },
    Table: { headerColor: '#4b5563', headerBg: '#f5f6f7', cellPaddingBlockMD: 9 },
  },
};

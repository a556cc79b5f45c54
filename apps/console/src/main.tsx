import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App, ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import { followHistory } from './address/browser-address.js';
import { letStylesIn } from './shell/page-nonce.js';
import { THEME } from './shell/theme.js';
import { Workbench } from './shell/workbench.js';
import './style.css';

letStylesIn(document);
followHistory();
const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <StrictMode>
      <ConfigProvider
        locale={zhCN}
        theme={THEME}
        button={{ autoInsertSpace: false }}
        wave={{ disabled: true }}
      >
        <App component={false}>
          <Workbench />
        </App>
      </ConfigProvider>
    </StrictMode>,
  );

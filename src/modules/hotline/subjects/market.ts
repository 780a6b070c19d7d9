/** Code, Chinese name | English name | words that point to it. */
export const market = `
11 市场监管 | Market supervision
1101 食品 | Food
110101 食品安全 | Safety of food | 食品安全 变质 过期食品 食物中毒 异物
110102 餐饮卫生 | Hygiene of restaurants | 饭店 餐馆 后厨 外卖 餐饮
110103 无证经营 | Trading without licence | 无证 营业执照 无照
110104 保健食品 | Health products | 保健品 保健食品
1102 消费权益 | Consumers
110201 退换货 | Returns | 退货 换货 三包 退款
110202 预付卡 | Prepaid cards | 会员卡 充值卡 预付卡 办卡 关门跑路
110203 虚假宣传 | False advertising | 虚假广告 夸大 欺骗消费者 误导
110204 霸王条款 | Unfair terms | 霸王条款 最低消费 合同条款
1103 价格 | Prices
110301 哄抬物价 | Raising prices | 哄抬 涨价 物价 口罩
110302 明码标价 | Price tags | 明码标价 价格 标价
110303 短斤少两 | Short weight | 短斤少两 缺斤 计量 秤不准
110304 收费不合理 | Unreasonable charges | 强制收费 乱收 收费不合理
1104 产品质量 | Quality of goods
110401 假冒伪劣 | Counterfeits | 假货 假冒 伪劣 三无
110402 家电维修 | Repair of appliances | 家电 售后 维修点
110403 电动车质量 | Quality of electric bikes | 电动车质量 电池 充电器
110404 汽车销售 | Sale of cars | 4S店 购车 二手车 汽车
1105 药品器械 | Medicines and devices
110501 药店经营 | Pharmacies | 药店 处方药 执业药师
110502 药品质量 | Quality of medicines | 假药 药品 过期药
110503 医疗器械 | Medical devices | 医疗器械 血糖仪 血压计
110504 化妆品 | Cosmetics | 化妆品 护肤品
1106 企业与金融 | Companies and finance
110601 企业登记 | Registration of companies | 注册公司 工商登记 注销 变更登记
110602 传销集资 | Pyramid selling | 传销 非法集资 集资 诈骗 P2P
110603 税务发票 | Taxes and invoices | 发票 纳税 税务 偷税
110604 贷款保险 | Loans and insurance | 贷款 银行 保险公司 高利贷 套路贷
`

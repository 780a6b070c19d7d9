/** Code, Chinese name | English name | words that point to it. */
export const housing = `
01 住房物业 | Housing and property
0101 物业服务 | Property services
010101 物业收费 | Property fees | 物业费 乱收费 收费标准 公摊费 管理费
010102 保洁保安 | Cleaning and guards | 保洁 保安 门卫 楼道卫生 楼道脏
010103 物业不作为 | Property company does not act | 物业不管 物业不作为 物业推诿 物业公司 物业管理
010104 物业更换 | Change of property company | 更换物业 物业撤场 物业交接 选聘物业
0102 房屋质量 | Quality of buildings
010201 房屋渗漏 | Leaking roofs and walls | 屋顶漏水 渗水 漏雨 防水 楼上漏水 墙面渗
010202 墙体脱落 | Falling plaster and tiles | 外墙脱落 墙皮 瓷砖脱落 保温层 掉落
010203 危旧房屋 | Dangerous old houses | 危房 老房 裂缝 倾斜 房屋安全
010204 精装质量 | Quality of finished flats | 精装 质量问题 货不对板 交付标准
0103 公共设备 | Shared installations
010301 电梯故障 | Lift failures | 电梯 电梯坏 困人 电梯维修
010302 楼道照明 | Stairwell lighting | 楼道灯 声控灯 楼道照明 感应灯
010303 门禁对讲 | Door entry systems | 门禁 对讲 单元门 大门坏
010304 加装电梯 | Adding a lift | 加装电梯 增设电梯 装电梯
0104 维修资金 | Repair funds
010401 维修资金使用 | Use of repair funds | 维修资金 维修基金 大修基金
010402 维修费分摊 | Sharing of repair costs | 维修费 分摊 摊钱
010403 老旧小区改造 | Renewal of old estates | 老旧小区 改造 旧改 小区改造
010404 屋面维修 | Roof repairs | 屋面 房顶维修 楼顶维修
0105 房屋交易 | Buying and renting
010501 逾期交房 | Late handover of flats | 交房 延期交房 烂尾 停工 逾期
010502 不动产登记 | Property registration | 房产证 不动产证 办证 产权证
010503 房屋租赁 | Renting | 租房 押金 房东 中介 群租 租客
010504 开发商承诺 | Developers' promises | 开发商 虚假宣传 购房合同 楼盘 退房
0106 住房保障 | Housing support
010601 公租房申请 | Applying for public rental flats | 公租房 廉租房 保障房
010602 租赁补贴 | Rent subsidies | 租赁补贴 住房补贴 租房补贴
010603 征收安置 | Resettlement | 拆迁 征收 安置房 回迁 棚改 征地
010604 公积金 | Housing fund | 公积金 公积金提取 公积金贷款
`

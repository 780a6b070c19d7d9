/** Code, Chinese name | English name | words that point to it. */
export const transport = `
05 交通出行 | Transport
0501 停车 | Parking
050101 违法停车 | Illegal parking | 违停 乱停 乱停车 违章停车 占道停车
050102 停车收费 | Parking fees | 停车费 停车收费 收停车费 停车位收费
050103 车位不足 | Too few spaces | 停车难 车位 停车位 停车场
050104 占用消防通道停车 | Cars in fire lanes | 消防通道 堵消防通道 生命通道
0502 公交 | Buses
050201 公交线路 | Bus routes | 公交线路 公交车 公交站 开通公交 公交
050202 公交候车 | Waiting for buses | 等车 候车 发车间隔 末班车
050203 公交服务 | Conduct on buses | 公交司机 拒载老人 老年卡 甩站
050204 公交卡 | Bus cards | 公交卡 乘车卡 刷卡 敬老卡
0503 出租网约 | Taxis
050301 拒载绕路 | Refusals and detours | 拒载 绕路 出租车 打车
050302 网约车 | Ride hailing | 网约车 滴滴 顺风车
050303 黑车 | Unlicensed cabs | 黑车 非法营运 摩的
050304 计价争议 | Disputed fares | 计价器 打表 不打表 车费
0504 交通秩序 | Traffic order
050401 信号灯 | Traffic lights | 红绿灯 信号灯 红灯时间
050402 拥堵 | Congestion | 堵车 拥堵 塞车 交通拥堵
050403 标线标志 | Road markings | 标线 斑马线 限速 减速带 单行
050404 电动车管理 | Electric bikes | 电动车 电瓶车 闯红灯 逆行
0505 轨道客运 | Rail and coaches
050501 地铁 | Metro | 地铁 地铁站 地铁口 号线
050502 长途客运 | Coaches | 客运站 长途车 班线 大巴
050503 铁路 | Railway | 火车 高铁 火车站 铁路
050504 站点接驳 | Connections | 接驳 换乘 最后一公里
0506 车辆驾驶 | Vehicles and licences
050601 驾驶证 | Driving licences | 驾驶证 驾照 驾校 学车
050602 机动车登记 | Vehicle registration | 上牌 车辆年检 过户 行驶证
050603 交通处罚 | Traffic fines | 罚单 扣分 罚款 抓拍
050604 共享单车 | Shared bikes | 共享单车 单车乱放 共享电单车
`

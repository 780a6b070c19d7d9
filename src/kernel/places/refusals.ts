import { defineRefusals } from '#platform/errors'

export const refusePlaces = defineRefusals({
  'places.no-parent': {
    status: 422,
    zh: '没有找到上级地点“{name}”，请先登记它，或从列表中重新选择。',
    en: 'The place "{name}" that this lies in was not found; register it first or choose from the list.',
  },
  'places.many-parents': {
    status: 422,
    zh: '有多个地点叫“{name}”，请写明路径，例如“向阳社区/幸福小区”。',
    en: 'Several places are called "{name}"; write the path, such as "Sunny Community/Happy Estate".',
  },
  'places.no-unit': {
    status: 422,
    zh: '没有找到社区“{name}”，请填写社区全称或代码。',
    en: 'The community "{name}" was not found; give its full name or code.',
  },
  'places.circle': {
    status: 422,
    zh: '地点不能放到它自己的下级里，请重新选择上级。',
    en: 'A place cannot lie in a place below itself; please choose another parent.',
  },
  'places.there-already': {
    status: 409,
    zh: '“{name}”在这里已有登记，请直接使用；确是另一处的，请换一个能区分的名称。',
    en: '"{name}" is already registered here; use it, or give another name if it is a different place.',
  },
  'places.old-name-of-what': {
    status: 422,
    zh: '登记旧名要同时选择它现在的地点。',
    en: 'For an old name, please choose the place it stands for today.',
  },
  'places.bad-kind': {
    status: 422,
    zh: '不认识地点类型“{kind}”，请填：社区、网格、小区、楼栋、地标、道路、旧名。',
    en: 'The kind "{kind}" is not known; use community, grid, estate, building, landmark, road or old name.',
  },
  'places.bad-position': {
    status: 422,
    zh: '经纬度有误：纬度应在-90到90之间，经度应在-180到180之间，且两项都要填。',
    en: 'The position is not right: latitude -90 to 90, longitude -180 to 180, and both are needed.',
  },
})

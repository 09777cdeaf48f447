#ifndef COPYDESK_CLINUX_H
#define COPYDESK_CLINUX_H

#endif
